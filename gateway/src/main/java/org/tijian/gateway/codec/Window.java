package org.tijian.gateway.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes that were received and not yet cut; index 0 is the first of them. */
final class Window {
  private byte[] held = new byte[256];
  private int start;
  private int stop;
  private boolean last;

  void append(byte[] bytes, int offset, int length) {
    if (stop + length > held.length) {
      byte[] wider = new byte[Math.max(2 * end(), end() + length)];
      System.arraycopy(held, start, wider, 0, end());
      stop = end();
      start = 0;
      held = wider;
    }
    System.arraycopy(bytes, offset, held, stop, length);
    stop += length;
  }

  /** Says whether more bytes can still come. */
  void last(boolean noMoreBytes) {
    last = noMoreBytes;
  }

  boolean last() {
    return last;
  }

  int end() {
    return stop - start;
  }

  byte at(int index) {
    return held[start + index];
  }

  /** Removes and returns the first {@code length} bytes. */
  byte[] take(int length) {
    byte[] taken = Arrays.copyOfRange(held, start, start + length);
    start += length;
    return taken;
  }

  void skip(int length) {
    start += length;
  }

  /** Number of {@code #} in a row. */
  int hashes(int from) {
    int i = from;
    while (i < end() && at(i) == '#') {
      i++;
    }
    return i - from;
  }

  /** Number of decimal digits in a row, at most {@code most}. */
  int digits(int from, int most) {
    int i = from;
    while (i < end() && i - from < most && Bytes.isDigit(at(i))) {
      i++;
    }
    return i - from;
  }

  /** Number of hexadecimal digits in a row, at most {@code most}. */
  int hexDigits(int from, int most) {
    int i = from;
    while (i < end() && i - from < most && Bytes.isHex(at(i))) {
      i++;
    }
    return i - from;
  }

  String text(int from, int to) {
    return Bytes.text(held, start + from, start + to);
  }

  /** Whether a data area that ends at {@code to} is closed there. */
  boolean closed(int from, int to) {
    return to - from >= 2 && at(to - 1) == '&' && at(to - 2) == '&';
  }

  /** Whether the four characters after {@code bytes[from, to)} are a check sum of them. */
  boolean verifies(int from, int to) {
    String field = text(to, to + Piece.Fitting.CRC_LENGTH);
    return Hj212Crc.match(field, held, start + from, start + to) != null;
  }

  /** What {@code bytes[from, to)} is when deciphered, if a key fits and the check sum proves it. */
  @Nullable Opened opened(int from, int to, Opener opener) {
    String field = text(to, to + Piece.Fitting.CRC_LENGTH);
    Opened opened = opener.open(held, start + from, start + to, field);
    return opened == null || opened.crc(field) == null ? null : opened;
  }
}
