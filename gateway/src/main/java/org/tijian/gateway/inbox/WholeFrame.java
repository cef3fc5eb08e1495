package org.tijian.gateway.inbox;

/** Recognises the usual message, one whole frame, without reading it. */
public final class WholeFrame {
  private static final int DIGITS = 4;
  private static final int AROUND = 2 + DIGITS + 4 + 2;

  private WholeFrame() {}

  /** Whether the length field says that the frame ends with the message, line end included. */
  public static boolean is(byte[] message) {
    int length = message.length;
    return length > AROUND
        && message[0] == '#'
        && message[1] == '#'
        && message[length - 2] == '\r'
        && message[length - 1] == '\n'
        && declared(message) == length - AROUND;
  }

  private static int declared(byte[] message) {
    int declared = 0;
    for (int i = 2; i < 2 + DIGITS; i++) {
      int digit = message[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      declared = 10 * declared + digit;
    }
    return declared;
  }
}
