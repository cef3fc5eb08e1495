package org.tijian.inspection.document;

import java.util.List;
import java.util.Optional;

/**
 * The kinds of document that the product knows.
 *
 * @param edition of the file they were read from
 */
record DocumentKinds(String edition, List<DocumentKind> kinds) {
  DocumentKinds {
    kinds = List.copyOf(kinds);
    if (kinds.stream().map(DocumentKind::id).distinct().count() != kinds.size()) {
      throw new IllegalArgumentException("a kind occurs twice in " + edition);
    }
  }

  Optional<DocumentKind> find(String id) {
    return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
  }
}
