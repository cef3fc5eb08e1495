package org.tijian.gateway.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tijian.analytics.reading.PeriodKind;

/** What the loggers of a measurement send. */
enum Workload {
  /** HJ 212 minute frames of 13 factors, one after the other, as in a back-fill. */
  FRAMES("hj212", PeriodKind.MINUTE, Content.MINUTE_VALUES) {
    @Override
    byte[] payload(String mn, long number, Instant due) {
      return Content.minute(mn, FIRST.plus(number, ChronoUnit.MINUTES), number);
    }
  },

  /** JSON moments of three values, as thousands of small devices send them. */
  TB6K("json", PeriodKind.REAL_TIME, 3) {
    @Override
    byte[] payload(String mn, long number, Instant due) {
      return Content.threeValues(due, number);
    }
  };

  /** Where the gateway listens. */
  static final String ROOT = "tijian/v1";

  /** Where it does not; only a broker without rules on topics takes it. */
  static final String UNHEARD = "bench/v1";

  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

  private final String topic;
  private final PeriodKind kind;
  private final int values;

  Workload(String topic, PeriodKind kind, int values) {
    this.topic = topic;
    this.kind = kind;
    this.values = values;
  }

  /**
   * A message that no other of the logger equals.
   *
   * @param number counts the logger's messages
   * @param due when it is to be sent
   */
  abstract byte[] payload(String mn, long number, Instant due);

  /**
   * @param root {@link #ROOT}, or another for messages that no gateway shall hear
   */
  String topic(String root, String mn) {
    return root + "/" + mn + "/" + topic;
  }

  PeriodKind kind() {
    return kind;
  }

  /** Values in a message. */
  int valueCount() {
    return values;
  }
}
