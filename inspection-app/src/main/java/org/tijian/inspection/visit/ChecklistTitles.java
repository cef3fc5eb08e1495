package org.tijian.inspection.visit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;

/** The questions of the checklist by their ids, for whoever knows the ids alone. */
@Component
public class ChecklistTitles {
  private final Map<String, LocalName> titles = new LinkedHashMap<>();

  ChecklistTitles(Checklist checklist) {
    checklist.items().forEach(item -> titles.put(item.id(), item.question()));
  }

  public Map<String, LocalName> all() {
    return Map.copyOf(titles);
  }
}
