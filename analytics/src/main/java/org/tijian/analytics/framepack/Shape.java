package org.tijian.analytics.framepack;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A frame in two: the text that all frames of its kind share, and the values between.
 *
 * @param pieces one more than there are values
 * @param values what stands between the pieces
 * @param hj212 whether the first and the last value are the length and the check sum of HJ 212;
 *     they are empty where they are what the bytes between say they must be
 */
record Shape(List<String> pieces, List<String> values, boolean hj212) {
  private static final int HEAD = 2;
  private static final int LENGTH_DIGITS = 4;
  private static final int CRC_DIGITS = 4;
  private static final String AREA_END = "&&";
  private static final int MOST_VALUES = 2_000;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int[] CRC = crcTable();

  Shape {
    pieces = List.copyOf(pieces);
    values = List.copyOf(values);
  }

  /** The frame with one byte a character. */
  static Shape of(String frame) {
    int crc = frame.lastIndexOf(AREA_END) + AREA_END.length();
    boolean hj212 =
        frame.startsWith("##")
            && crc - AREA_END.length() >= HEAD + LENGTH_DIGITS
            && frame.length() >= crc + CRC_DIGITS;
    Shape shape = hj212 ? segment(frame, crc) : numbers(frame);
    return shape.values.size() > MOST_VALUES ? new Shape(List.of(frame), List.of(), false) : shape;
  }

  private static Shape segment(String frame, int crc) {
    Parts parts = new Parts(frame);
    parts.value(HEAD, HEAD + LENGTH_DIGITS);
    int area = crc - AREA_END.length();
    int at = HEAD + LENGTH_DIGITS;
    for (int sign = frame.indexOf('=', at); sign >= 0 && sign < area; ) {
      int end = sign + 1;
      while (end < area && ",;&".indexOf(frame.charAt(end)) < 0) {
        end++;
      }
      parts.value(sign + 1, end);
      sign = frame.indexOf('=', end);
    }
    parts.value(crc, crc + CRC_DIGITS);
    List<String> pieces = parts.pieces();
    List<String> values = parts.values();
    String between = frame.substring(HEAD + LENGTH_DIGITS, crc);
    blank(values, 0, length(between));
    blank(values, values.size() - 1, crc(between));
    return new Shape(pieces, values, true);
  }

  private static void blank(List<String> values, int index, String foretold) {
    if (values.get(index).equals(foretold)) {
      values.set(index, "");
    }
  }

  /** Runs of digits that belong to no word, with a fraction. */
  private static Shape numbers(String frame) {
    Parts parts = new Parts(frame);
    int at = 0;
    while (at < frame.length()) {
      boolean inWord = at > 0 && Character.isLetterOrDigit(frame.charAt(at - 1));
      int end = digits(frame, at);
      if (end == at || inWord) {
        at = Math.max(end, at + 1);
        continue;
      }
      if (end + 1 < frame.length()
          && frame.charAt(end) == '.'
          && digits(frame, end + 1) > end + 1) {
        end = digits(frame, end + 1);
      }
      parts.value(at, end);
      at = end;
    }
    return new Shape(parts.pieces(), parts.values(), false);
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** The frame again. */
  String frame() {
    StringBuilder text = new StringBuilder(1024);
    for (int i = 0; i < pieces.size(); i++) {
      text.append(pieces.get(i)).append(i < values.size() ? values.get(i) : "");
    }
    return hj212 ? completed(text.toString()) : text.toString();
  }

  private String completed(String text) {
    String length = values.get(0);
    String crc = values.get(values.size() - 1);
    int from = HEAD + length.length();
    int to = text.length() - crc.length() - pieces.get(pieces.size() - 1).length();
    String between = text.substring(from, to);
    return text.substring(0, HEAD)
        + (length.isEmpty() ? length(between) : length)
        + between
        + (crc.isEmpty() ? crc(between) : crc)
        + pieces.get(pieces.size() - 1);
  }

  private static String length(String segment) {
    String length = Integer.toString(segment.length());
    return "0".repeat(Math.max(0, LENGTH_DIGITS - length.length())) + length;
  }

  /** HJ 212 annex A. */
  private static String crc(String segment) {
    int register = 0xFFFF;
    for (int i = 0; i < segment.length(); i++) {
      register = CRC[register >> 8 ^ segment.charAt(i)];
    }
    return HEX.toHexDigits((short) register);
  }

  private static int[] crcTable() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int register = i;
      for (int bit = 0; bit < 8; bit++) {
        register = register >> 1 ^ ((register & 1) == 1 ? 0xA001 : 0);
      }
      table[i] = register;
    }
    return table;
  }

  /** Cuts a frame at its values, from left to right. */
  private static final class Parts {
    private final String frame;
    private final List<String> pieces = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private int done;

    Parts(String frame) {
      this.frame = frame;
    }

    void value(int from, int to) {
      pieces.add(frame.substring(done, from));
      values.add(frame.substring(from, to));
      done = to;
    }

    List<String> pieces() {
      pieces.add(frame.substring(done));
      return pieces;
    }

    List<String> values() {
      return values;
    }
  }
}
