package org.tijian.analytics.pack;

import java.util.Arrays;

/** Bytes that grow: fixed bytes, variable-length integers and runs of bits. */
final class ByteWriter {
  private byte[] bytes;
  private int size;

  ByteWriter(int expected) {
    bytes = new byte[Math.max(16, expected)];
  }

  void oneByte(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void all(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** Seven bits a byte, lowest first, the high bit says that more follow; at most ten bytes. */
  void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      oneByte((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    oneByte((int) rest);
  }

  void signed(long value) {
    unsigned(zigzag(value));
  }

  void eightBytes(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      oneByte((int) (value >>> shift));
    }
  }

  /** Values of {@code width} bits each, highest bit first, filled up to a whole byte. */
  void bits(long[] values, int from, int until, int width) {
    room((int) bytesOf((long) (until - from) * width));
    int waiting = 0;
    int current = 0;
    for (int i = from; i < until; i++) {
      int left = width;
      while (left > 0) {
        int taken = Math.min(left, 8 - waiting);
        left -= taken;
        current = current << taken | (int) (values[i] >>> left & (1L << taken) - 1);
        waiting += taken;
        if (waiting == 8) {
          bytes[size++] = (byte) current;
          current = 0;
          waiting = 0;
        }
      }
    }
    if (waiting > 0) {
      bytes[size++] = (byte) (current << 8 - waiting);
    }
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  static long bytesOf(long bits) {
    return bits + 7 >>> 3;
  }

  /** Length of {@link #unsigned}. */
  static int lengthOf(long value) {
    return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
