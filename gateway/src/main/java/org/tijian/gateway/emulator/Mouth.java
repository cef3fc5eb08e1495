package org.tijian.gateway.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.codec.Hj212Frame;

/** Answers on their way out, one frame at a time so that live data is never held up. */
final class Mouth {
  private final Deque<Iterator<Hj212Frame>> answers = new ArrayDeque<>();

  void add(Iterator<Hj212Frame> answer) {
    answers.add(answer);
  }

  boolean isSilent() {
    return answers.isEmpty();
  }

  /** The next frame of the oldest answer; null if all is said. */
  @Nullable Hj212Frame next() {
    while (!answers.isEmpty()) {
      Iterator<Hj212Frame> oldest = answers.element();
      if (oldest.hasNext()) {
        return oldest.next();
      }
      answers.remove();
    }
    return null;
  }
}
