package org.tijian.inspection.visit;

import java.util.List;
import java.util.stream.Stream;

/**
 * The questions of a visit in the order in which they are asked.
 *
 * @param edition kept with the answers: a later edition does not change an old report
 */
record Checklist(String edition, List<ChecklistItem> items) {
  Checklist {
    items = List.copyOf(items);
    if (ids(items).distinct().count() != items.size()) {
      throw new IllegalArgumentException("an item occurs twice in " + edition);
    }
  }

  boolean has(String itemId) {
    return ids(items).anyMatch(itemId::equals);
  }

  private static Stream<String> ids(List<ChecklistItem> items) {
    return items.stream().map(ChecklistItem::id);
  }
}
