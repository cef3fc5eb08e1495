package org.tijian.gateway.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.codec.Hj212Stream;

/**
 * Finds frames in bytes that come in pieces of any size and keeps what may still be continued. Not
 * safe to share.
 */
public final class FrameTail {
  /** A frame may lack its line end; one that is only late is not to be taken for missing. */
  private static final Duration LINE_END = Duration.ofSeconds(1);

  private static final int MOST_BYTES = 16 * 1024;
  private static final byte[] NOTHING = new byte[0];

  private final Hj212Codec codec = new Hj212Codec();
  private final Duration patience;
  private byte[] held = NOTHING;
  private Instant fedAt = Instant.EPOCH;
  private boolean askedForLineEnd;

  /**
   * @param patience how long an unfinished frame is waited for
   */
  public FrameTail(Duration patience) {
    this.patience = patience;
  }

  /** Bytes of the unfinished frame. */
  public int length() {
    return held.length;
  }

  public boolean isEmpty() {
    return held.length == 0;
  }

  /**
   * Takes bytes of an endless stream in.
   *
   * @return the stretches that are complete by them
   */
  public List<Decoded> feed(byte[] bytes, Instant at) {
    boolean endsNothing = !isEmpty() && !mayEnd(bytes);
    byte[] all = joined(bytes, at);
    if (endsNothing && all.length <= MOST_BYTES) {
      held = all;
      return List.of();
    }
    Hj212Stream stream = codec.stream();
    List<Decoded> complete = stream.feed(all, 0, all.length);
    return keep(complete, stream.end());
  }

  /**
   * Takes a message in that is probably whole: only what looks like the beginning of a frame is
   * kept.
   */
  public List<Decoded> feedMessage(byte[] bytes, Instant at) {
    if (!isEmpty()) {
      return feed(bytes, at);
    }
    byte[] all = joined(bytes, at);
    Hj212Stream stream = codec.stream();
    List<Decoded> complete = stream.feed(all, 0, all.length);
    List<Decoded> rest = stream.end();
    return isBeginning(rest) ? keep(complete, rest) : together(complete, rest);
  }

  /** Only a line end or the next header completes anything. */
  private static boolean mayEnd(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\n' || b == '\r' || b == '#') {
        return true;
      }
    }
    return false;
  }

  private byte[] joined(byte[] bytes, Instant at) {
    fedAt = at;
    askedForLineEnd = false;
    byte[] all = Arrays.copyOf(held, held.length + bytes.length);
    System.arraycopy(bytes, 0, all, held.length, bytes.length);
    return all;
  }

  private List<Decoded> keep(List<Decoded> complete, List<Decoded> rest) {
    int length = rest.stream().mapToInt(stretch -> stretch.bytes().length).sum();
    if (length > MOST_BYTES) {
      held = NOTHING;
      return together(complete, rest);
    }
    byte[] tail = new byte[length];
    int at = 0;
    for (Decoded stretch : rest) {
      System.arraycopy(stretch.bytes(), 0, tail, at, stretch.bytes().length);
      at += stretch.bytes().length;
    }
    held = tail;
    return complete;
  }

  private static boolean isBeginning(List<Decoded> rest) {
    return !rest.isEmpty()
        && rest.get(rest.size() - 1) instanceof Decoded.Refused last
        && last.code().equals("incomplete");
  }

  private static List<Decoded> together(List<Decoded> complete, List<Decoded> rest) {
    List<Decoded> all = new ArrayList<>(complete);
    all.addAll(rest);
    return all;
  }

  /** Whether {@link #ripe} could find something. */
  public boolean mayBeRipe(Instant now) {
    return !isEmpty() && (!askedForLineEnd && isOver(LINE_END, now) || isOver(patience, now));
  }

  /** What need not be waited for any longer: a whole frame, or one that nobody finishes. */
  public List<Decoded> ripe(Instant now) {
    if (!mayBeRipe(now)) {
      return List.of();
    }
    if (isOver(patience, now)) {
      return giveUp();
    }
    askedForLineEnd = true;
    List<Decoded> all = codec.decode(held);
    if (!all.stream().allMatch(Decoded.Accepted.class::isInstance)) {
      return List.of();
    }
    held = NOTHING;
    return all;
  }

  /** Whatever is there, finished or not. */
  public List<Decoded> giveUp() {
    List<Decoded> all = isEmpty() ? List.of() : codec.decode(held);
    held = NOTHING;
    return all;
  }

  private boolean isOver(Duration time, Instant now) {
    return Duration.between(fedAt, now).compareTo(time) >= 0;
  }
}
