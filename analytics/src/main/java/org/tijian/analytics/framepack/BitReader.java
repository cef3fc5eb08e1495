package org.tijian.analytics.framepack;

/** Reads what {@link BitWriter} wrote. */
final class BitReader {
  private final byte[] bytes;
  private long at;

  /**
   * @param from the first byte
   */
  BitReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = 8L * from;
  }

  long read(int width) {
    long value = 0;
    int left = width;
    while (left > 0) {
      int room = 8 - (int) (at & 7);
      int taken = Math.min(room, left);
      int part = (bytes[(int) (at >> 3)] & 0xFF) >> room - taken & (1 << taken) - 1;
      value = value << taken | part;
      at += taken;
      left -= taken;
    }
    return value;
  }

  int readInt(int width) {
    return (int) read(width);
  }

  long readAny() {
    return read(readInt(7));
  }

  long readSigned() {
    return unzigzag(readAny());
  }

  static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }
}
