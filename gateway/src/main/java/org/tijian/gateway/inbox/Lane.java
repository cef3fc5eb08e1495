package org.tijian.gateway.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Messages that are stored one after the other; in the hands of one worker at a time. */
final class Lane {
  private final Backlog backlog;
  private final Assembler assembler;
  private final ReentrantLock taken = new ReentrantLock();

  Lane(Backlog backlog, Assembler assembler) {
    this.backlog = backlog;
    this.assembler = assembler;
  }

  /** Returns when there may be something to do. */
  void await(long tickMillis) throws InterruptedException {
    boolean idle = true;
    while (idle && !backlog.awaitSome(tickMillis)) {
      idle = assembler.isIdle();
    }
  }

  int waiting() {
    return backlog.size();
  }

  boolean take() {
    return taken.tryLock();
  }

  void giveBack() {
    taken.unlock();
  }

  void awaitOther() throws InterruptedException {
    taken.lockInterruptibly();
    taken.unlock();
  }

  /**
   * What is there, for who has taken it.
   *
   * @param most deliveries
   */
  List<Delivery> drain(int most, long mostBytes) {
    List<Delivery> deliveries = new ArrayList<>();
    backlog.drainTo(deliveries, most, mostBytes);
    return deliveries;
  }

  Assembler assembler() {
    return assembler;
  }
}
