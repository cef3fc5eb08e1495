package org.tijian.analytics.framepack;

import java.util.Arrays;

/** Writes numbers of any width, most significant bit first. */
final class BitWriter {
  private byte[] bytes = new byte[256];
  private long bits;

  /**
   * @param width 0 to 64
   */
  void write(long value, int width) {
    ensure(width);
    int left = width;
    while (left > 0) {
      int room = 8 - (int) (bits & 7);
      int taken = Math.min(room, left);
      long part = value >>> left - taken & (1L << taken) - 1;
      bytes[(int) (bits >> 3)] |= (byte) (part << room - taken);
      bits += taken;
      left -= taken;
    }
  }

  /** A number that is mostly small: its length, then its digits. */
  void writeAny(long value) {
    int width = 64 - Long.numberOfLeadingZeros(value);
    write(width, 7);
    write(value, width);
  }

  void writeSigned(long value) {
    writeAny(zigzag(value));
  }

  static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  private void ensure(int width) {
    long needed = (bits + width + 7) >> 3;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, bytes.length * 2L));
    }
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, (int) (bits + 7 >> 3));
  }
}
