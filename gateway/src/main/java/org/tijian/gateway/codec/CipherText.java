package org.tijian.gateway.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Enciphered bytes written as text: as the standard prints them, {@code {0xE4,0x3E}}, or as bare
 * hexadecimal digits. The rest under a block is either written like the blocks or left as it is.
 */
final class CipherText {
  private static final String OPENING = "{0x";
  private static final int BLOCK_DIGITS = 2 * Keys.BLOCK;

  private CipherText() {}

  /** Whether the data area looks like such a text. */
  static boolean written(byte[] area) {
    return !readings(area).isEmpty();
  }

  /** The bytes that the area may stand for, at least one block; empty if it is no such text. */
  static List<byte[]> readings(byte[] area) {
    String text = Bytes.text(area, 0, area.length).strip();
    if (text.toLowerCase(Locale.ROOT).startsWith(OPENING)) {
      return braced(text);
    }
    int digits = 0;
    while (digits < area.length && Bytes.isHex(area[digits])) {
      digits++;
    }
    return digits < BLOCK_DIGITS ? List.of() : bare(text, digits);
  }

  /** As the standard prints it, with the rest behind the closing brace. */
  static byte[] print(byte[] wire) {
    int enciphered = Sm4.enciphered(wire.length);
    HexFormat hex = HexFormat.ofDelimiter(",").withPrefix("0x").withUpperCase();
    String rest = Bytes.text(wire, enciphered, wire.length);
    String text = "{" + hex.formatHex(wire, 0, enciphered) + "}" + rest;
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<byte[]> braced(String text) {
    int end = text.indexOf('}');
    if (end < 0) {
      return List.of();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String piece : text.substring(1, end).split("[,;\\s]+")) {
      if (!piece.matches("0[xX][0-9A-Fa-f]{1,2}")) {
        return List.of();
      }
      bytes.write(Integer.parseInt(piece.substring(2), 16));
    }
    bytes.writeBytes(text.substring(end + 1).getBytes(StandardCharsets.ISO_8859_1));
    return bytes.size() < Keys.BLOCK ? List.of() : List.of(bytes.toByteArray());
  }

  private static List<byte[]> bare(String text, int digits) {
    List<byte[]> readings = new ArrayList<>(2);
    if (digits == text.length() && digits % 2 == 0) {
      readings.add(HexFormat.of().parseHex(text));
    }
    int blocks = digits / BLOCK_DIGITS * BLOCK_DIGITS;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HexFormat.of().parseHex(text.substring(0, blocks)));
    bytes.writeBytes(text.substring(blocks).getBytes(StandardCharsets.ISO_8859_1));
    readings.add(bytes.toByteArray());
    return readings;
  }
}
