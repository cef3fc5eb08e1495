package org.tijian.gateway.faults;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a laboratory has opened; given back in reverse order, each thing whatever the others do. */
final class Belongings {
  private final Deque<Returning> opened = new ArrayDeque<>();

  /** Gives one thing back. */
  interface Returning {
    void giveBack() throws IOException, InterruptedException;
  }

  synchronized void add(Returning returning) {
    opened.push(returning);
  }

  synchronized void giveBack() throws IOException, InterruptedException {
    IOException first = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().giveBack();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
