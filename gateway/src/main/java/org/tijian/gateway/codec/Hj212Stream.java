package org.tijian.gateway.codec;

import java.util.List;

/**
 * Reads frames out of bytes that come in chunks of any size; the result does not depend on the
 * sizes. One per connection, not safe to share. Holds at most about one longest frame.
 */
public final class Hj212Stream {
  private final FrameCutter cutter;
  private final FrameJudge judge;

  Hj212Stream(Keys keys) {
    Opener opener = new Opener(keys);
    cutter = new FrameCutter(opener);
    judge = new FrameJudge(opener, keys.isEmpty());
  }

  /** Takes a chunk in and returns what became complete by it. */
  public List<Decoded> feed(byte[] bytes, int offset, int length) {
    return judged(cutter.feed(bytes, offset, length));
  }

  /**
   * Returns what is left when the message or the connection ends, or when the sender has paused: a
   * frame without a line end is only complete then.
   */
  public List<Decoded> end() {
    return judged(cutter.end());
  }

  private List<Decoded> judged(List<Piece> pieces) {
    return pieces.stream().map(judge::judge).toList();
  }
}
