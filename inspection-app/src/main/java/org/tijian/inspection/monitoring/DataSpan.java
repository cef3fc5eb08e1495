package org.tijian.inspection.monitoring;

import java.time.Duration;
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

  /** The part that lies in both; an empty span where nothing does. */
  DataSpan and(DataSpan other) {
    Instant first = from.isAfter(other.from) ? from : other.from;
    Instant end = until.isBefore(other.until) ? until : other.until;
    return first.isBefore(end) ? new DataSpan(first, end) : new DataSpan(first, first);
  }

  boolean isEmpty() {
    return from.equals(until);
  }

  long seconds() {
    return Duration.between(from, until).toSeconds();
  }
}
