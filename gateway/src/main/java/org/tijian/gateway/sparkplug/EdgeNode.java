package org.tijian.gateway.sparkplug;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * What an edge node has said of itself since its birth: the names behind its aliases, and where its
 * sequence stands. After a gap the aliases are forgotten, since a birth may have been among what is
 * missing and a wrong name is worse than none.
 */
final class EdgeNode {
  private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(30);
  private static final int SEQUENCE = 256;
  private static final int MOST_ALIASES = 10_000;

  private final Map<Long, String> names = new HashMap<>();
  private long sequence = -1;
  private Instant requestedAt = Instant.EPOCH;

  /** Takes the message's number in; false if messages are missing before it. */
  boolean follows(SparkplugTopic topic, Payload payload) {
    boolean begins = topic.isBirth() && topic.isOfNode();
    boolean follows =
        begins
            || sequence < 0
            || !payload.hasSeq()
            || payload.getSeq() == (sequence + 1) % SEQUENCE;
    if (payload.hasSeq()) {
      sequence = payload.getSeq();
    }
    if (begins || !follows) {
      names.clear();
    }
    return follows;
  }

  void learn(Payload birth) {
    for (Metric metric : birth.getMetricsList()) {
      if (metric.hasAlias() && metric.hasName() && names.size() < MOST_ALIASES) {
        names.put(metric.getAlias(), metric.getName());
      }
    }
  }

  /** The metric's name, or null if it has only an alias that nobody explained. */
  @Nullable String nameOf(Metric metric) {
    if (metric.hasName() && !metric.getName().isEmpty()) {
      return metric.getName();
    }
    return names.get(metric.getAlias());
  }

  void dies() {
    names.clear();
    sequence = -1;
  }

  /** Whether to ask for a birth now: not with every message until it comes. */
  boolean mayRequest(Instant now) {
    if (now.isBefore(requestedAt.plus(BETWEEN_REQUESTS))) {
      return false;
    }
    requestedAt = now;
    return true;
  }
}
