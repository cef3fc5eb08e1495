package org.tijian.gateway.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The named fields around the data area, in any order. Real devices reorder and leave out, so
 * nothing is found by position.
 */
final class HeaderFields {
  static final List<String> ORDER =
      List.of("QN", "ST", "CN", "PW", "MN", "Flag", "PNUM", "PNO", "RF");

  private final Map<String, String> values = new HashMap<>();
  private final List<Defect> defects;
  private int highest = -1;

  /**
   * @param text what stands before {@code CP=}, and after the data area if anything does
   * @param defects list to add oddities to
   */
  HeaderFields(String text, List<Defect> defects) {
    this.defects = defects;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean comma = i < text.length() && text.charAt(i) == ',';
      if (i == text.length() || comma || text.charAt(i) == ';') {
        add(text.substring(from, i));
        report(comma, "header-separator", ";", ",");
        from = i + 1;
      }
    }
  }

  @Nullable String text(String name) {
    return values.get(name);
  }

  @Nullable Integer number(String name) {
    String text = values.get(name);
    if (text == null) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      report(true, "not-a-number", name, text);
      return null;
    }
  }

  private void add(String piece) {
    if (piece.isBlank()) {
      return;
    }
    int equals = piece.indexOf('=');
    String sent = (equals < 0 ? piece : piece.substring(0, equals)).strip();
    String name = known(sent);
    String value = equals < 0 ? "" : piece.substring(equals + 1).strip();
    report(piece.length() > sent.length() + 1 + value.length(), "spaces", null, piece);
    int place = ORDER.indexOf(name);
    report(place < 0, "unknown-header-field", null, name);
    report(place >= 0 && place < highest, "field-order", String.join(";", ORDER), name);
    highest = Math.max(highest, place);
    report(values.putIfAbsent(name, value) != null, "repeated-header-field", name, value);
  }

  /** The field that is meant, though its name may be in the wrong case. */
  private String known(String sent) {
    if (ORDER.contains(sent)) {
      return sent;
    }
    for (String name : ORDER) {
      if (name.equalsIgnoreCase(sent)) {
        report(true, "field-name-case", name, sent);
        return name;
      }
    }
    return sent;
  }

  private void report(
      boolean present, String code, @Nullable String declared, @Nullable String found) {
    if (present) {
      defects.add(new Defect(code, Defect.SEGMENT, declared, found));
    }
  }
}
