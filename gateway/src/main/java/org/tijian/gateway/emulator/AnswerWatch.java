package org.tijian.gateway.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * Data that waits for its 9014: sent again after OverTime, ReCount times at most. Only messages of
 * one frame with a QN are watched.
 */
final class AnswerWatch {
  private final LoggerState state;
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  private record Waiting(Outgoing message, Instant since, int repeats) {}

  AnswerWatch(LoggerState state) {
    this.state = state;
  }

  /** Notes a frame before it is sent. */
  synchronized void sending(Hj212Frame frame) {
    String qn = frame.qn();
    if (frame.answerWanted() && qn != null) {
      wanted.add(qn);
    }
  }

  /** From now on the answer may be missed. */
  synchronized void sent(Outgoing message, Instant now) {
    boolean first = message.qns().size() == 1 && wanted.remove(message.qns().get(0));
    if (first) {
      waiting.put(message.qns().get(0), new Waiting(message, now, 0));
    }
  }

  /** The answer came. */
  synchronized void answered(@Nullable String qn) {
    if (qn != null) {
      wanted.remove(qn);
      waiting.remove(qn);
    }
  }

  /** Messages to send again now. */
  synchronized List<Outgoing> overdue(Instant now) {
    List<Outgoing> again = new ArrayList<>();
    for (Map.Entry<String, Waiting> each : List.copyOf(waiting.entrySet())) {
      Waiting waits = each.getValue();
      if (waits.since().plus(state.overTime()).isAfter(now)) {
        continue;
      }
      if (waits.repeats() == state.repeats()) {
        waiting.remove(each.getKey());
      } else {
        waiting.put(each.getKey(), new Waiting(waits.message(), now, waits.repeats() + 1));
        again.add(FaultyLine.again(waits.message()));
      }
    }
    return again;
  }

  synchronized boolean isEmpty() {
    return wanted.isEmpty() && waiting.isEmpty();
  }
}
