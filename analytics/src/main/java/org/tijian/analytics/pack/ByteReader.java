package org.tijian.analytics.pack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

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
    if (width == 0) {
      Arrays.fill(values, from, until, base);
      return;
    }
    int count = until - from;
    int last = at + (int) ByteWriter.bytesOf((long) count * width);
    for (int i = 0; i < count; i++) {
      int bit = i * width;
      int first = at + (bit >>> 3);
      // Eight bytes at once hold the value whatever bit of the first it starts at.
      boolean isQuick = width <= 57 && first + Long.BYTES <= bytes.length;
      long value =
          isQuick
              ? (long) LONGS.get(bytes, first) << (bit & 7) >>> 64 - width
              : bitByBit(first, bit & 7, width);
      values[from + i] = base + value;
    }
    at = last;
  }

  private long bitByBit(int first, int bit, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      int place = bit + i;
      value = value << 1 | bytes[first + (place >>> 3)] >>> 7 - (place & 7) & 1;
    }
    return value;
  }
}
