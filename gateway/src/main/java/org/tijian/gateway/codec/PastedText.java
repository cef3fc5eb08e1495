package org.tijian.gateway.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A frame as it comes out of a web form or a log: line ends lost or changed, spaces around the
 * lines, bytes that are no text written as {@code \x0D}.
 */
final class PastedText {
  private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");
  private static final Pattern LINE_END = Pattern.compile("[ \\t]*\\R[ \\t]*");
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GBK"));

  private PastedText() {}

  /** What the device may have sent, the likeliest first. */
  static List<byte[]> bytes(String text) {
    String lines = LINE_END.matcher(text.strip()).replaceAll("\r\n") + "\r\n";
    boolean ascii = lines.chars().allMatch(c -> c < 0x80);
    return CHARSETS.subList(0, ascii ? 1 : CHARSETS.size()).stream()
        .map(charset -> bytes(lines, charset))
        .toList();
  }

  private static byte[] bytes(String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(text);
    int from = 0;
    while (escape.find()) {
      bytes.writeBytes(text.substring(from, escape.start()).getBytes(charset));
      bytes.write(Integer.parseInt(escape.group(1), 16));
      from = escape.end();
    }
    bytes.writeBytes(text.substring(from).getBytes(charset));
    return bytes.toByteArray();
  }
}
