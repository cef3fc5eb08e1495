package org.tijian.gateway.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who stores which lanes when. A batch costs as much as a dozen messages before its first one.
 * Where little waits, one worker therefore takes all lanes together, and begins no sooner than some
 * milliseconds after the batch before; a lone message still goes at once. Where much waits the
 * workers store side by side, a lane each.
 */
final class Turns {
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** Messages in all lanes that one worker stores as soon as two would. */
  private static final int LITTLE = 125;

  private final List<Lane> lanes;

  /** Of whoever gathers the next batch. */
  private final ReentrantLock gathering = new ReentrantLock(true);

  private long begunAt = System.nanoTime() - GATHER_NANOS;

  Turns(List<Lane> lanes) {
    this.lanes = List.copyOf(lanes);
  }

  List<Lane> lanes() {
    return lanes;
  }

  /**
   * Waits for a worker's turn.
   *
   * @return the lanes that are its own until it gives them back; empty if another had its lane
   */
  List<Lane> take(Lane home) throws InterruptedException {
    gathering.lockInterruptibly();
    try {
      gather();
      List<Lane> taken = new ArrayList<>(lanes.size());
      if (home.take()) {
        taken.add(home);
        addOthers(home, taken);
        begunAt = System.nanoTime();
        return taken;
      }
    } finally {
      gathering.unlock();
    }
    home.awaitOther();
    return List.of();
  }

  private void gather() throws InterruptedException {
    long left = GATHER_NANOS - (System.nanoTime() - begunAt);
    if (left > 0 && isLittle()) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  private void addOthers(Lane home, List<Lane> taken) {
    for (Lane lane : lanes) {
      if (lane != home && isLittle() && lane.take()) {
        taken.add(lane);
      }
    }
  }

  private boolean isLittle() {
    return lanes.stream().mapToInt(Lane::waiting).sum() <= LITTLE;
  }
}
