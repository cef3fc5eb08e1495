package org.tijian.gateway.emulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Frames on their way, in order: waiting to be sent, or sent and not acknowledged. Not shared. */
final class FrameQueue {
  private final Deque<Numbered> pending = new ArrayDeque<>();
  private final Map<Long, Numbered> inFlight = new LinkedHashMap<>();
  private long added;

  /** A frame under a number of its own. */
  record Numbered(long number, Outgoing frame) {}

  void add(Outgoing frame) {
    pending.add(new Numbered(added++, frame));
  }

  /** The next frame to send, from now on in flight; null if none waits or the window is full. */
  @Nullable Numbered next(int window) {
    Numbered next = inFlight.size() < window ? pending.poll() : null;
    if (next != null) {
      inFlight.put(next.number(), next);
    }
    return next;
  }

  /** Lets go of a frame; null if it was not in flight. */
  @Nullable Outgoing acknowledged(long number) {
    Numbered frame = inFlight.remove(number);
    return frame == null ? null : frame.frame();
  }

  /**
   * Puts what is in flight before what waits.
   *
   * @return how many frames that are
   */
  int sendAgain() {
    List<Numbered> again = new ArrayList<>(inFlight.values());
    inFlight.clear();
    for (int i = again.size() - 1; i >= 0; i--) {
      pending.addFirst(again.get(i));
    }
    return again.size();
  }

  boolean hasPending() {
    return !pending.isEmpty();
  }

  int inFlight() {
    return inFlight.size();
  }
}
