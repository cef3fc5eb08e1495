package org.tijian.gateway.codec;

/**
 * Where a frame ends whose declared length did not prove right: the first place, in byte order, at
 * which one of the kinds below is found. Each byte is judged by what follows it within a few bytes,
 * so the answer does not depend on how the bytes arrived.
 *
 * @param kind what was found
 * @param at the byte after the data segment, or the byte at which the frame was given up
 */
record FrameEnd(Kind kind, int at) {

  enum Kind {
    /** More bytes are needed to tell. */
    UNDECIDED,
    /** {@code &&}, four hexadecimal digits, and a line end, the next header or nothing more. */
    CLOSED,
    /** The declared end, with what looks like a check sum there. */
    DECLARED,
    /** The next frame begins. */
    HEADER,
    /** The bytes end, or the longest possible segment does. */
    NOTHING
  }

  private static final int CRC = Piece.Fitting.CRC_LENGTH;

  /**
   * @param window the bytes at hand
   * @param from first byte of the segment
   * @param declared byte at which the segment ends by the length field, or -1
   */
  static FrameEnd find(Window window, int from, int declared) {
    int limit = from + Hj212Encoder.LONGEST_SEGMENT;
    for (int i = from; i < limit; i++) {
      if (i >= window.end()) {
        return new FrameEnd(window.last() ? Kind.NOTHING : Kind.UNDECIDED, i);
      }
      Kind kind = at(window, from, i, declared);
      if (kind != Kind.NOTHING) {
        return new FrameEnd(kind, i);
      }
    }
    return new FrameEnd(Kind.NOTHING, limit);
  }

  private static Kind at(Window window, int from, int i, int declared) {
    if (window.at(i) == '#') {
      return header(window, i);
    }
    boolean closed = window.closed(from, i);
    if (!closed && i != declared) {
      return Kind.NOTHING;
    }
    int hex = window.hexDigits(i, CRC);
    if (hex < CRC) {
      if (i + hex == window.end() && !window.last()) {
        return Kind.UNDECIDED;
      }
      return closed && i == declared ? spoiltCrc(window, i) : Kind.NOTHING;
    }
    return terminated(window, i + CRC, closed ? Kind.CLOSED : Kind.DECLARED);
  }

  /** The frame is whole but for its check sum, which is not even hexadecimal. */
  private static Kind spoiltCrc(Window window, int i) {
    if (i + CRC >= window.end()) {
      return window.last() ? Kind.NOTHING : Kind.UNDECIDED;
    }
    return Bytes.isLineEnd(window.at(i + CRC)) ? Kind.DECLARED : Kind.NOTHING;
  }

  private static Kind terminated(Window window, int i, Kind kind) {
    if (i >= window.end()) {
      return window.last() ? kind : Kind.UNDECIDED;
    }
    if (Bytes.isLineEnd(window.at(i))) {
      return kind;
    }
    if (window.at(i) != '#') {
      return Kind.NOTHING;
    }
    Kind next = header(window, i);
    return next == Kind.HEADER ? kind : next;
  }

  private static Kind header(Window window, int i) {
    int run = window.hashes(i);
    if (i + run == window.end() && !window.last()) {
      return Kind.UNDECIDED;
    }
    boolean header = run >= 2 && i + run < window.end() && Bytes.isDigit(window.at(i + run));
    return header ? Kind.HEADER : Kind.NOTHING;
  }
}
