package org.tijian.gateway.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The place of a data area that may be enciphered (HJ 212-2025 6.4), and whether it looks so.
 * Length and check sum are those of the plain text, so neither can be verified without the key; a
 * check sum with only 256 values even verifies by chance.
 *
 * @param bytes holds the segment
 * @param from first byte of the segment
 * @param areaFrom first byte of the data area
 * @param areaTo byte after the data area
 * @param to byte after the segment
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Encryption(byte[] bytes, int from, int areaFrom, int areaTo, int to) {
  private static final byte[] OPENING = "CP=&&".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSING = "&&".getBytes(StandardCharsets.US_ASCII);

  /** The area, or null if {@code bytes[from, to)} has none that ends with the segment. */
  static @Nullable Encryption in(byte[] bytes, int from, int to) {
    int opening = indexOf(bytes, OPENING, from, to);
    int areaTo = to - CLOSING.length;
    int areaFrom = opening + OPENING.length;
    boolean closed = indexOf(bytes, CLOSING, areaTo, to) == areaTo;
    return opening < 0 || areaFrom > areaTo || !closed
        ? null
        : new Encryption(bytes, from, areaFrom, areaTo, to);
  }

  /** Whether {@code bytes[from, to)} holds an enciphered data area, as far as its looks tell. */
  static boolean suspected(byte[] bytes, int from, int to) {
    Encryption area = in(bytes, from, to);
    return area != null && (area.looksRandom() || CipherText.written(area.area()));
  }

  byte[] area() {
    return Arrays.copyOfRange(bytes, areaFrom, areaTo);
  }

  /** The segment with another data area. */
  byte[] with(byte[] area) {
    byte[] segment = new byte[areaFrom - from + area.length + to - areaTo];
    System.arraycopy(bytes, from, segment, 0, areaFrom - from);
    System.arraycopy(area, 0, segment, areaFrom - from, area.length);
    System.arraycopy(bytes, areaTo, segment, areaFrom - from + area.length, to - areaTo);
    return segment;
  }

  /** No name in the first block, and a quarter of the blocks is no printable ASCII. */
  private boolean looksRandom() {
    int end = areaFrom + Sm4.enciphered(areaTo - areaFrom);
    int odd = 0;
    for (int i = areaFrom; i < end; i++) {
      odd += Bytes.isPrintable(bytes[i]) ? 0 : 1;
    }
    return end > areaFrom && 4 * odd >= end - areaFrom && !startsWithName();
  }

  private boolean startsWithName() {
    int i = areaFrom;
    while (i < areaFrom + Keys.BLOCK && Bytes.isPrintable(bytes[i]) && bytes[i] != '=') {
      i++;
    }
    return i == areaFrom + Keys.BLOCK || bytes[i] == '=';
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
