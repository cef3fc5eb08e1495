package org.tijian.gateway.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits a data area: {@code ;} between items, {@code ,} between the fields of an item. Free text
 * stands between two {@code //} and may hold any of the separators (HJ 212-2017 B.10).
 */
final class DataArea {
  private static final String TEXT_MARK = "//";

  private final String area;
  private final List<Defect> defects;
  private final List<List<Field>> items = new ArrayList<>();
  private final Set<String> factorFields = new HashSet<>(128);
  private List<Field> item = new ArrayList<>();

  private DataArea(String area, List<Defect> defects) {
    this.area = area;
    this.defects = defects;
  }

  static List<List<Field>> items(String area, List<Defect> defects) {
    DataArea reader = new DataArea(area, defects);
    reader.read();
    return reader.items;
  }

  private void read() {
    int from = 0;
    while (from < area.length()) {
      int equals = nameEnd(from);
      boolean named = equals < area.length() && area.charAt(equals) == '=';
      int end = named ? valueEnd(equals + 1) : equals;
      add(from, named ? equals : -1, end);
      if (end == area.length() || area.charAt(end) == ';') {
        closeItem();
      }
      from = end + 1;
      if (end < area.length() && from == area.length()) {
        add(from, -1, from);
      }
    }
    closeItem();
  }

  private void closeItem() {
    if (!item.isEmpty()) {
      items.add(item);
      item = new ArrayList<>();
    }
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < area.length() && !separates(i) && area.charAt(i) != '=') {
      i++;
    }
    return i;
  }

  private int valueEnd(int from) {
    int end = area.startsWith(TEXT_MARK, from) ? textEnd(from) : -1;
    int i = end < 0 ? from : end;
    while (i < area.length() && !separates(i)) {
      i++;
    }
    return i;
  }

  /** The place after the closing mark, the first one that a separator follows; -1 if none does. */
  private int textEnd(int from) {
    int mark = area.indexOf(TEXT_MARK, from + TEXT_MARK.length());
    while (mark >= 0) {
      int after = mark + TEXT_MARK.length();
      if (after == area.length() || separates(after)) {
        return after;
      }
      mark = area.indexOf(TEXT_MARK, mark + 1);
    }
    return -1;
  }

  private boolean separates(int i) {
    return area.charAt(i) == ';' || area.charAt(i) == ',';
  }

  /**
   * @param equals place of the sign between name and value, or -1 if there is none
   */
  private void add(int from, int equals, int end) {
    if (isBlank(from, end)) {
      defects.add(new Defect("empty-field", Defect.DATA_AREA, null, null));
      return;
    }
    Field field =
        equals < 0
            ? new Field(area.substring(from, end).strip(), "")
            : new Field(
                area.substring(from, equals).strip(), area.substring(equals + 1, end).strip());
    item.add(field);
    reportOddities(from, equals, end, field);
  }

  private boolean isBlank(int from, int end) {
    return (from == end || area.charAt(from) <= ' ' || area.charAt(from) >= 0x80)
        && area.substring(from, end).isBlank();
  }

  private void reportOddities(int from, int equals, int end, Field field) {
    if (equals < 0) {
      defects.add(new Defect("field-without-value", Defect.DATA_AREA, null, field.name()));
    } else if (end - from > field.name().length() + 1 + field.value().length()) {
      defects.add(new Defect("spaces", null, null, area.substring(from, end)));
    }
    // Without a hyphen a repeated name is a list, as the 2005 edition writes it.
    if (field.name().indexOf('-') > 0 && !factorFields.add(field.name())) {
      defects.add(new Defect("repeated-field", Defect.DATA_AREA, null, field.name()));
    }
  }
}
