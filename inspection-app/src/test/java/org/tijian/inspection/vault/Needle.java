package org.tijian.inspection.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Something that must be found nowhere, in every form it could take: as bytes, in hex, in base 64
 * however it is aligned, and a text in UTF-16.
 */
record Needle(String name, List<String> forms) {

  static Needle of(String text) {
    List<String> forms = new ArrayList<>(forms(text.getBytes(StandardCharsets.UTF_8)));
    forms.addAll(forms(text.getBytes(StandardCharsets.UTF_16LE)));
    forms.addAll(forms(text.getBytes(StandardCharsets.UTF_16BE)));
    forms.add(escaped(text));
    return new Needle(text, forms);
  }

  static Needle of(String name, byte[] bytes) {
    return new Needle(name, forms(bytes));
  }

  /**
   * @param haystack bytes as ISO 8859-1
   */
  boolean isIn(String haystack) {
    return forms.stream().anyMatch(haystack::contains);
  }

  private static List<String> forms(byte[] bytes) {
    String hex = HexFormat.of().formatHex(bytes);
    List<String> forms = new ArrayList<>(List.of(latin(bytes), hex, hex.toUpperCase(Locale.ROOT)));
    for (int shift = 0; shift < 3; shift++) {
      forms.add(base64(bytes, shift));
    }
    return forms;
  }

  /** The characters of base 64 that do not depend on what stands before and after. */
  private static String base64(byte[] bytes, int shift) {
    int from = (3 - shift) % 3;
    int until = bytes.length - (bytes.length - from) % 3;
    return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, until));
  }

  /** As JSON writers may do it. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return escaped.toString();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
