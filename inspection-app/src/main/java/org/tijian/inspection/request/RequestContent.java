package org.tijian.inspection.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All that an enterprise asks for, as far as the office may read it. */
public record RequestContent(Scope scope, PlantCalendar plant) {

  /** Names of the fields in which another version differs, as on the wire. */
  List<String> changedFrom(RequestContent before) {
    Map<String, Object> then = before.fields();
    return fields().entrySet().stream()
        .filter(field -> !Objects.equals(field.getValue(), then.get(field.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("outlets", scope.outletIds());
    fields.put("topics", scope.topics());
    fields.put("dataSpan", scope.dataSpan());
    fields.put("preferredDays", scope.preferredDays());
    fields.put("note", scope.note());
    fields.put("plant", plant);
    return fields;
  }
}
