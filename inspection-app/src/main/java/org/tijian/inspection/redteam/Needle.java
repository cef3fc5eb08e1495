package org.tijian.inspection.redteam;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Something that was said, in the forms in which it could lie about: bytes, hex, base 64, JSON. */
record Needle(String name, List<String> forms) {

  static Needle of(String text) {
    List<String> forms = new ArrayList<>(forms(text.getBytes(StandardCharsets.UTF_8)));
    forms.addAll(forms(text.getBytes(StandardCharsets.UTF_16BE)));
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    forms.add(escaped.toString());
    return new Needle(text, forms);
  }

  static Needle of(String name, byte[] bytes) {
    return new Needle(name, forms(bytes));
  }

  /** The names of those that are in it. */
  static List<String> in(byte[] haystack, List<Needle> needles) {
    String latin = new String(haystack, StandardCharsets.ISO_8859_1);
    return needles.stream()
        .filter(needle -> needle.forms.stream().anyMatch(latin::contains))
        .map(Needle::name)
        .toList();
  }

  private static List<String> forms(byte[] bytes) {
    Stream<String> base64 =
        Stream.of(0, 1, 2)
            .map(from -> Arrays.copyOfRange(bytes, from, bytes.length - (bytes.length - from) % 3))
            .map(part -> Base64.getEncoder().encodeToString(part));
    return Stream.concat(
            Stream.of(
                new String(bytes, StandardCharsets.ISO_8859_1), HexFormat.of().formatHex(bytes)),
            base64)
        .toList();
  }
}
