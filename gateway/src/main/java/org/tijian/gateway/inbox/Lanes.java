package org.tijian.gateway.inbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * Backlogs side by side, each of which is stored by a worker of its own: while one batch is in the
 * database another is read. A logger's messages keep to one lane, and so their order.
 */
final class Lanes {
  private final List<Backlog> lanes;

  /**
   * @param mostBytes of all together
   */
  Lanes(int number, long mostBytes) {
    this.lanes = Stream.generate(() -> new Backlog(mostBytes / number)).limit(number).toList();
  }

  List<Backlog> all() {
    return lanes;
  }

  /**
   * By the logger if the way itself tells it, else by the peer: a socket's logger becomes known
   * while it sends.
   */
  Backlog of(Delivery delivery) {
    RawMessage message = delivery.message();
    String mn = message.from().proven() ? message.from().mn() : null;
    int hash = (mn == null ? message.origin() : mn).hashCode();
    // Identifiers that differ in their last digit only have neighbouring hash codes.
    return lanes.get(Math.floorMod(hash ^ (hash >>> 7), lanes.size()));
  }

  /** For sources that stop by themselves when too much waits. */
  void add(Delivery delivery) {
    of(delivery).add(delivery);
  }

  /** See {@link Backlog#addWhenThereIsRoom}. */
  void addWhenThereIsRoom(Delivery delivery) {
    of(delivery).addWhenThereIsRoom(delivery);
  }

  void dropDead() {
    lanes.forEach(Backlog::dropDead);
  }
}
