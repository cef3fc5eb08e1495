package org.tijian.gateway.faults;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.TreeSet;

/**
 * What one logger sent and what it was told. Each frame has a number, and the number is its period:
 * frame n is minute n, and its value is n.
 */
final class Ledger {
  private final BitSet acknowledged = new BitSet();
  private final BitSet takenOver = new BitSet();
  private final TreeSet<Integer> unacknowledged = new TreeSet<>();
  private final Deque<Integer> again = new ArrayDeque<>();
  private int next;
  private long sent;
  private boolean open;

  /** New frames may be sent. */
  synchronized void open() {
    open = true;
  }

  /** No new ones; those that were sent are sent until they are acknowledged. */
  synchronized void close() {
    open = false;
  }

  /**
   * @return number of the frame to send; -1 if there is none now
   */
  synchronized int take() {
    Integer number = again.poll();
    if (number == null) {
      if (!open) {
        return -1;
      }
      number = next++;
      unacknowledged.add(number);
    }
    sent++;
    return number;
  }

  synchronized void acknowledge(int number) {
    if (unacknowledged.remove(number)) {
      acknowledged.set(number);
      again.remove(number);
    }
  }

  /** The gateway told a broker of another process that it may forget the frame. */
  synchronized void takeOver(int number) {
    takenOver.set(number);
  }

  /** A copy: numbers of the frames that the gateway took over. */
  synchronized BitSet takenOver() {
    return (BitSet) takenOver.clone();
  }

  /** What was under way is sent again on the next connection, oldest first. */
  synchronized void connectionLost() {
    again.clear();
    again.addAll(unacknowledged);
  }

  /** Repeats always; new frames while fewer than that many are under way. */
  synchronized boolean mayTake(int window) {
    return !again.isEmpty() || unacknowledged.size() < window;
  }

  synchronized boolean isSettled() {
    return !open && unacknowledged.isEmpty();
  }

  synchronized boolean hasNothingUnderWay() {
    return unacknowledged.isEmpty();
  }

  synchronized int countAcknowledged() {
    return acknowledged.cardinality();
  }

  /** A copy: numbers of all frames that were acknowledged. */
  synchronized BitSet acknowledged() {
    return (BitSet) acknowledged.clone();
  }

  /** Number of frames so far: all have a smaller number. */
  synchronized int frames() {
    return next;
  }

  /** Sendings, repeats included. */
  synchronized long sent() {
    return sent;
  }
}
