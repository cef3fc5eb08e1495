package org.tijian.gateway.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.tijian.gateway.codec.Decoded;

/** The unfinished frame of one logger and the messages that hold its bytes. */
final class Chunks {
  private final FrameTail tail;
  private final Deque<Delivery> held = new ArrayDeque<>();

  Chunks(Duration patience) {
    this.tail = new FrameTail(patience);
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  int messages() {
    return held.size();
  }

  boolean isAlive() {
    return held.isEmpty() || held.getLast().isAlive();
  }

  Work take(Delivery delivery) {
    RawMessage message = delivery.message();
    held.add(delivery);
    return work(tail.feedMessage(message.payload(), message.receivedAt()), delivery);
  }

  Optional<Work> ripe(Instant now) {
    List<Decoded> ripe = tail.ripe(now);
    return ripe.isEmpty() ? Optional.empty() : Optional.of(work(ripe, held.getLast()));
  }

  Work giveUp() {
    return work(tail.giveUp(), held.getLast());
  }

  private Work work(List<Decoded> stretches, Delivery last) {
    List<RawMessage> messages = new ArrayList<>(stretches.size());
    for (Decoded stretch : stretches) {
      messages.add(last.message().with(stretch.bytes()));
    }
    List<Delivery> finished = finished();
    if (last.message().payload().length == 0) {
      // Line ends between frames are no frame; an empty message is an oddity to be told.
      messages.add(last.message());
    }
    return new Work(messages, last, finished);
  }

  /** The unfinished bytes are the last ones received: messages before them have been used up. */
  private List<Delivery> finished() {
    List<Delivery> finished = new ArrayList<>();
    int needed = 0;
    int messages = 0;
    for (var newest = held.descendingIterator(); newest.hasNext() && needed < tail.length(); ) {
      needed += newest.next().message().payload().length;
      messages++;
    }
    while (held.size() > messages) {
      finished.add(held.removeFirst());
    }
    return finished;
  }
}
