package org.tijian.gateway.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tells an enciphered data area (HJ 212-2025, SM4) from a damaged one. In the binary form that was
 * seen, length and check sum are those of the plain text, so the check sum cannot be verified
 * without the key.
 */
final class Encryption {
  private static final int BLOCK = 16;
  private static final byte[] OPENING = "CP=&&".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSING = "&&".getBytes(StandardCharsets.US_ASCII);

  private Encryption() {}

  /**
   * Whether the whole blocks of the data area look random: at least a quarter of them no printable
   * ASCII, with control characters among it, which no text in any encoding has.
   */
  static boolean suspected(byte[] bytes, int from, int to) {
    int area = indexOf(bytes, OPENING, from, to);
    int end = to - CLOSING.length;
    if (area < 0 || indexOf(bytes, CLOSING, end, to) != end) {
      return false;
    }
    area += OPENING.length;
    int enciphered = (end - area) / BLOCK * BLOCK;
    return enciphered > 0 && looksRandom(bytes, area, area + enciphered);
  }

  private static boolean looksRandom(byte[] bytes, int from, int to) {
    int high = 0;
    int control = 0;
    for (int i = from; i < to; i++) {
      high += bytes[i] < 0 ? 1 : 0;
      control += (bytes[i] >= 0 && bytes[i] < ' ') || bytes[i] == 0x7F ? 1 : 0;
    }
    return control > 0 && 4 * (high + control) >= to - from;
  }

  private static int indexOf(byte[] bytes, byte[] wanted, int from, int to) {
    for (int i = Math.max(0, from); i <= to - wanted.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
