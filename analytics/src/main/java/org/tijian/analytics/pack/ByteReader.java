package org.tijian.analytics.pack;

import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {
  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int oneByte() {
    return bytes[at++] & 0xFF;
  }

  byte[] all(int length) {
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  void skip(int length) {
    at += length;
  }

  long unsigned() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = oneByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
  }

  int length() {
    return Math.toIntExact(unsigned());
  }

  long signed() {
    long value = unsigned();
    return value >>> 1 ^ -(value & 1);
  }

  long eightBytes() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | oneByte();
    }
    return value;
  }

  /** Adds {@code base} to each of the values on the way. */
  void bits(long[] values, int from, int until, int width, long base) {
    int bit = 0;
    for (int i = from; i < until; i++) {
      long value = 0;
      int left = width;
      while (left > 0) {
        int taken = Math.min(left, 8 - bit);
        left -= taken;
        value = value << taken | bytes[at] >>> 8 - bit - taken & (1 << taken) - 1;
        bit += taken;
        if (bit == 8) {
          bit = 0;
          at++;
        }
      }
      values[i] = base + value;
    }
    if (bit > 0) {
      at++;
    }
  }
}
