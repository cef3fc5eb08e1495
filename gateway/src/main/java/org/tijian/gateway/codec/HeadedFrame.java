package org.tijian.gateway.codec;

import org.jspecify.annotations.Nullable;

/**
 * Takes what begins with a header out of the window.
 *
 * <p>A frame whose check sum verifies at its declared length is taken whole, even if text in it
 * looks like a frame: a logger's log (HJ 212-2017 B.10) may quote one. Only when that fails is the
 * end looked for by structure, see {@link FrameEnd}.
 */
final class HeadedFrame {
  /**
   * A length field of more digits than the standard's four is read too, to say what was declared.
   */
  static final int LENGTH_DIGITS = 6;

  private static final int HEADER = 2;
  private static final int CRC = Piece.Fitting.CRC_LENGTH;

  private final Window window;
  private final Opener opener;

  /** Number of {@code #} at the beginning; the last two are the header. */
  private final int hashes;

  /** First byte of the data segment. */
  private final int from;

  private HeadedFrame(Window window, int hashes, Opener opener) {
    this.window = window;
    this.opener = opener;
    this.hashes = hashes;
    this.from = hashes + window.digits(hashes, LENGTH_DIGITS);
  }

  /**
   * @param hashes number of {@code #} at the beginning, two or more
   * @return null if more bytes are needed
   */
  static @Nullable Piece next(Window window, int hashes, Opener opener) {
    HeadedFrame frame = new HeadedFrame(window, hashes, opener);
    if (frame.from == window.end() && !window.last()) {
      return null;
    }
    if (frame.from == hashes) {
      return frame.withoutLength();
    }
    return frame.fits() ? frame.fitting(frame.declaredEnd()) : frame.unproven();
  }

  private String digits() {
    return window.text(hashes, from);
  }

  private int declaredEnd() {
    return from + Integer.parseInt(digits());
  }

  private boolean possible() {
    return declaredEnd() - from <= Hj212Encoder.LONGEST_SEGMENT;
  }

  private boolean fits() {
    int to = declaredEnd();
    return possible()
        && window.end() >= to + CRC
        && window.closed(from, to)
        && proven(from, to)
        && !swallows(to);
  }

  private boolean proven(int segment, int to) {
    return window.verifies(segment, to) || window.opened(segment, to, opener) != null;
  }

  /**
   * Whether this frame broke off and the next one ends where this one should have: the check sum
   * has only 256 values, so that it then verifies for both is to be expected now and then.
   */
  private boolean swallows(int to) {
    for (int i = from; i < to - HEADER; i++) {
      if (window.at(i) == '#' && window.at(i + 1) == '#' && endsAt(i + HEADER, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsAt(int digitsFrom, int to) {
    int segment = digitsFrom + window.digits(digitsFrom, LENGTH_DIGITS);
    return segment > digitsFrom
        && segment + Integer.parseInt(window.text(digitsFrom, segment)) == to
        && proven(segment, to);
  }

  private boolean verifies(int to) {
    return window.verifies(from, to);
  }

  private @Nullable Piece unproven() {
    if (possible() && window.end() < declaredEnd() + CRC && !window.last()) {
      return null;
    }
    FrameEnd end = FrameEnd.find(window, from, possible() ? declaredEnd() : -1);
    return switch (end.kind()) {
      case UNDECIDED -> null;
      case DECLARED -> fitting(end.at());
      case CLOSED ->
          end.at() == declaredEnd() || isCipherText(end.at())
              ? fitting(end.at())
              : mismatch(end.at(), afterTail(end.at() + CRC));
      case HEADER, NOTHING -> unclosed(end.at());
    };
  }

  /** Whether the length is that of the plain text, whose cipher is written in more characters. */
  private boolean isCipherText(int to) {
    Opened opened = window.opened(from, to, opener);
    return opened != null && from + opened.segment().length == declaredEnd();
  }

  private @Nullable Piece fitting(int to) {
    int end = afterTail(to + CRC);
    if (end < 0) {
      return null;
    }
    String digits = digits();
    return new Piece.Fitting(window.take(end), hashes - HEADER, digits, from, to);
  }

  private @Nullable Piece mismatch(int to, int end) {
    if (end < 0) {
      return null;
    }
    int stopped = possible() ? Math.min(to, declaredEnd()) : to;
    return broken("length-mismatch", Integer.toString(to - from), stopped, end);
  }

  /**
   * The segment has no closing {@code &&}; perhaps its check sum tells where it should have been.
   */
  private @Nullable Piece unclosed(int end) {
    int to = end;
    while (to > from && Bytes.isLineEnd(window.at(to - 1))) {
      to--;
    }
    int segmentEnd = to - CRC;
    if (segmentEnd > from && verifies(segmentEnd)) {
      return mismatch(segmentEnd, end);
    }
    boolean tooLong = end - from >= Hj212Encoder.LONGEST_SEGMENT;
    return broken(tooLong ? "oversized" : "incomplete", Integer.toString(to - from), to, end);
  }

  private @Nullable Piece withoutLength() {
    FrameEnd end = FrameEnd.find(window, hashes, -1);
    if (end.kind() == FrameEnd.Kind.UNDECIDED) {
      return null;
    }
    boolean closed = end.kind() == FrameEnd.Kind.CLOSED;
    int stop = closed ? afterTail(end.at() + CRC) : end.at();
    if (stop < 0) {
      return null;
    }
    String declared = window.text(hashes, Math.min(hashes + CRC, window.end()));
    return new Piece.Broken("length-not-a-number", declared, null, hashes, window.take(stop));
  }

  /** The byte after the line end that begins at {@code i}, or -1 if more bytes are needed. */
  private int afterTail(int i) {
    int end = i;
    while (end < window.end() && end - i < 2 && window.at(end) == '\r') {
      end++;
    }
    if (end == window.end()) {
      return window.last() ? end : -1;
    }
    return window.at(end) == '\n' ? end + 1 : end;
  }

  private Piece broken(String code, String found, int offset, int length) {
    String digits = digits();
    return new Piece.Broken(code, digits, found, offset, window.take(length));
  }
}
