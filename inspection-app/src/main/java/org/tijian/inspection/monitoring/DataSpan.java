package org.tijian.inspection.monitoring;

import java.time.Instant;

/**
 * A span of data that an enterprise opened.
 *
 * @param from first moment
 * @param until end, exclusive
 */
public record DataSpan(Instant from, Instant until) {
  public DataSpan {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "the span ends before it begins: %s, %s".formatted(from, until));
    }
  }

  public boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
