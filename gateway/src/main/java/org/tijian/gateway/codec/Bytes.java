package org.tijian.gateway.codec;

import java.nio.charset.StandardCharsets;

/** Bytes of a frame looked at as ASCII; one byte is one character. */
final class Bytes {
  private Bytes() {}

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isHex(byte b) {
    return isDigit(b) || (b >= 'A' && b <= 'F') || (b >= 'a' && b <= 'f');
  }

  static boolean isPrintable(byte b) {
    return b >= ' ' && b < 0x7F;
  }

  static boolean isPrintable(byte[] bytes) {
    for (byte b : bytes) {
      if (!isPrintable(b)) {
        return false;
      }
    }
    return true;
  }

  static boolean isLineEnd(byte b) {
    return b == '\r' || b == '\n';
  }
}
