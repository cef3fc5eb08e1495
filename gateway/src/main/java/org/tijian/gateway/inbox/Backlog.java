package org.tijian.gateway.inbox;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages that wait to be stored. The broker's window and the limits of the other sources bound
 * their number; since messages may be long, their bytes are counted too.
 */
final class Backlog {
  private static final long ROOM_MILLIS = 20;

  private final long mostBytes;
  private final Queue<Delivery> queue = new LinkedBlockingQueue<>();
  private final AtomicLong bytes = new AtomicLong();
  private volatile boolean awaited;

  Backlog(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** For sources that stop by themselves when too much waits. */
  void add(Delivery delivery) {
    bytes.addAndGet(size(delivery));
    queue.add(delivery);
    if (awaited) {
      tell();
    }
  }

  private synchronized void tell() {
    notifyAll();
  }

  /**
   * Waits for room; meanwhile the connection is not read, so that the broker has to wait. A message
   * whose connection ends meanwhile comes again.
   */
  void addWhenThereIsRoom(Delivery delivery) {
    try {
      while (bytes.get() >= mostBytes && delivery.isAlive()) {
        Thread.sleep(ROOM_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    add(delivery);
  }

  /**
   * Takes nothing: whoever is told may not be the one who takes it.
   *
   * @return false if nothing came in time
   */
  synchronized boolean awaitSome(long millis) throws InterruptedException {
    awaited = true;
    if (queue.isEmpty()) {
      wait(millis);
    }
    awaited = false;
    return !queue.isEmpty();
  }

  int size() {
    return queue.size();
  }

  /**
   * Adds what is there to a batch.
   *
   * @param most messages in the batch
   * @param mostBytesOfBatch after which it is full
   */
  void drainTo(List<Delivery> batch, int most, long mostBytesOfBatch) {
    long length = batch.stream().mapToLong(Backlog::size).sum();
    while (batch.size() < most && length < mostBytesOfBatch) {
      Delivery delivery = queue.poll();
      if (delivery == null) {
        return;
      }
      batch.add(taken(delivery));
      length += size(delivery);
    }
  }

  /** The broker sends them again; kept, they would only be stored twice and counted twice. */
  void dropDead() {
    queue.removeIf(
        delivery -> {
          boolean dead = !delivery.isAlive();
          bytes.addAndGet(dead ? -size(delivery) : 0);
          return dead;
        });
  }

  private Delivery taken(Delivery delivery) {
    bytes.addAndGet(-size(delivery));
    return delivery;
  }

  private static long size(Delivery delivery) {
    return delivery.message().payload().length;
  }
}
