package org.tijian.gateway.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into frames by their length field, whatever the size of the chunks, and
 * finds the next frame after a damaged one. No byte is dropped but line ends between frames.
 *
 * <p>A frame whose check sum verifies at its declared length is taken whole, even if text in it
 * looks like a frame: a logger's log (HJ 212-2017 B.10) may quote one. Only when that fails is the
 * end looked for by structure, see {@link FrameEnd}.
 */
final class FrameCutter {
  private static final int HEADER = 2;
  static final int LENGTH_DIGITS = 6;
  private static final int CRC = Piece.Fitting.CRC_LENGTH;

  private final Window window = new Window();

  /** Takes bytes in and returns what is complete. */
  List<Piece> feed(byte[] bytes, int offset, int length) {
    window.append(bytes, offset, length);
    window.last(false);
    return pieces();
  }

  /** Returns what is left: no more bytes will follow for now. */
  List<Piece> end() {
    window.last(true);
    return pieces();
  }

  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>(1);
    for (Piece piece = next(); piece != null; piece = next()) {
      pieces.add(piece);
    }
    return pieces;
  }

  private @Nullable Piece next() {
    skipLineEnds();
    if (window.end() == 0) {
      return null;
    }
    int run = window.hashes(0);
    if (run > Hj212Encoder.LONGEST_SEGMENT) {
      return broken("no-header", null, null, 0, Hj212Encoder.LONGEST_SEGMENT - HEADER);
    }
    if (run == window.end()) {
      return window.last() ? broken("incomplete", null, null, run, run) : null;
    }
    return run >= HEADER ? frame(run) : noise();
  }

  private void skipLineEnds() {
    int i = 0;
    while (i < window.end() && Bytes.isLineEnd(window.at(i))) {
      i++;
    }
    window.skip(i);
  }

  /** Bytes before a header, up to the header or the end of the line. */
  private @Nullable Piece noise() {
    for (int i = 0; i < window.end() && i < Hj212Encoder.LONGEST_SEGMENT; i++) {
      if (window.at(i) == '\n') {
        return broken("no-header", null, null, 0, i + 1);
      }
      int run = window.hashes(i);
      if (i + run == window.end() && run > 0 && !window.last()) {
        return null;
      }
      if (run >= HEADER) {
        return broken("no-header", null, null, 0, i);
      }
    }
    return noiseWithoutEnd();
  }

  private @Nullable Piece noiseWithoutEnd() {
    int most = Hj212Encoder.LONGEST_SEGMENT;
    if (window.end() < most && !window.last()) {
      return null;
    }
    return broken("no-header", null, null, 0, Math.min(most, window.end()));
  }

  private @Nullable Piece frame(int run) {
    int digits = window.digits(run, LENGTH_DIGITS);
    int from = run + digits;
    if (from == window.end() && !window.last()) {
      return null;
    }
    if (digits == 0) {
      return withoutLength(run);
    }
    Head head = new Head(run - HEADER, from, text(run, from));
    return fits(head) ? fitting(head, head.declaredEnd()) : unproven(head);
  }

  /** What stands before the data segment. */
  private record Head(int strays, int from, String digits) {
    int declared() {
      return Integer.parseInt(digits);
    }

    boolean possible() {
      return declared() <= Hj212Encoder.LONGEST_SEGMENT;
    }

    int declaredEnd() {
      return from + declared();
    }
  }

  private boolean fits(Head head) {
    int to = head.declaredEnd();
    return head.possible() && window.end() >= to + CRC && window.verifies(head.from(), to);
  }

  private @Nullable Piece unproven(Head head) {
    if (head.possible() && window.end() < head.declaredEnd() + CRC && !window.last()) {
      return null;
    }
    FrameEnd end = FrameEnd.find(window, head.from(), head.possible() ? head.declaredEnd() : -1);
    return switch (end.kind()) {
      case UNDECIDED -> null;
      case DECLARED -> fitting(head, end.at());
      case CLOSED ->
          end.at() == head.declaredEnd()
              ? fitting(head, end.at())
              : mismatch(head, end.at(), afterTail(end.at() + CRC));
      case HEADER, NOTHING -> unclosed(head, end.at());
    };
  }

  private @Nullable Piece fitting(Head head, int to) {
    int end = afterTail(to + CRC);
    if (end < 0) {
      return null;
    }
    return new Piece.Fitting(window.take(end), head.strays(), head.digits(), head.from(), to);
  }

  private @Nullable Piece mismatch(Head head, int to, int end) {
    if (end < 0) {
      return null;
    }
    int stopped = head.possible() ? Math.min(to, head.declaredEnd()) : to;
    String found = Integer.toString(to - head.from());
    return broken("length-mismatch", head.digits(), found, stopped, end);
  }

  /**
   * The segment has no closing {@code &&}; perhaps its check sum tells where it should have been.
   */
  private @Nullable Piece unclosed(Head head, int end) {
    int to = end;
    while (to > head.from() && Bytes.isLineEnd(window.at(to - 1))) {
      to--;
    }
    int segmentEnd = to - CRC;
    if (segmentEnd > head.from() && crcVerifies(head.from(), segmentEnd)) {
      return mismatch(head, segmentEnd, end);
    }
    boolean tooLong = end - head.from() >= Hj212Encoder.LONGEST_SEGMENT;
    String found = Integer.toString(to - head.from());
    return broken(tooLong ? "oversized" : "incomplete", head.digits(), found, to, end);
  }

  private boolean crcVerifies(int from, int to) {
    byte[] segment = new byte[to - from];
    for (int i = from; i < to; i++) {
      segment[i - from] = window.at(i);
    }
    return Hj212Crc.match(text(to, to + CRC), segment, 0, segment.length) != null;
  }

  private @Nullable Piece withoutLength(int run) {
    FrameEnd end = FrameEnd.find(window, run, -1);
    if (end.kind() == FrameEnd.Kind.UNDECIDED) {
      return null;
    }
    boolean closed = end.kind() == FrameEnd.Kind.CLOSED;
    int stop = closed ? afterTail(end.at() + CRC) : end.at();
    if (stop < 0) {
      return null;
    }
    String declared = text(run, Math.min(run + CRC, window.end()));
    return broken("length-not-a-number", declared, null, run, stop);
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

  private Piece broken(
      String code, @Nullable String declared, @Nullable String found, int offset, int length) {
    return new Piece.Broken(code, declared, found, offset, window.take(length));
  }

  private String text(int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      text.append((char) (window.at(i) & 0xFF));
    }
    return text.toString();
  }
}
