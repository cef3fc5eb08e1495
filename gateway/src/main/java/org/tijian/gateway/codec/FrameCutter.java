package org.tijian.gateway.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into frames by their length field, whatever the size of the chunks, and
 * finds the next frame after a damaged one. No byte is dropped but line ends between frames.
 *
 * <p>What stands at a header is taken out by {@link HeadedFrame}.
 */
final class FrameCutter {
  private static final int HEADER = 2;

  private final Window window = new Window();
  private final Opener opener;

  FrameCutter(Opener opener) {
    this.opener = opener;
  }

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
      return noHeader(Hj212Encoder.LONGEST_SEGMENT - HEADER);
    }
    if (run == window.end()) {
      return window.last()
          ? new Piece.Broken("incomplete", null, null, run, window.take(run))
          : null;
    }
    return run >= HEADER ? HeadedFrame.next(window, run, opener) : noise();
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
        return noHeader(i + 1);
      }
      int run = window.hashes(i);
      if (i + run == window.end() && run > 0 && !window.last()) {
        return null;
      }
      if (run >= HEADER) {
        return noHeader(i);
      }
    }
    return noiseWithoutEnd();
  }

  private @Nullable Piece noiseWithoutEnd() {
    int most = Hj212Encoder.LONGEST_SEGMENT;
    if (window.end() < most && !window.last()) {
      return null;
    }
    return noHeader(Math.min(most, window.end()));
  }

  private Piece noHeader(int length) {
    return new Piece.Broken("no-header", null, null, 0, window.take(length));
  }
}
