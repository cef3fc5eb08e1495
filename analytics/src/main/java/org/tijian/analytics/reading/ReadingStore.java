package org.tijian.analytics.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Readings as the checks and the screens want them: always the newest version of a period, in order
 * of time.
 */
public interface ReadingStore extends ReadingSource {

  /** The port on PostgreSQL. */
  static ReadingStore on(MonitoringDatabase database) {
    return new JdbcReadingStore(database);
  }

  /** The newest value of every factor of the outlet, of any of the given kinds. */
  List<Latest> latest(long outletId);

  /**
   * A chart of a factor in {@code [from, until)}: at most about {@code buckets} buckets of equal
   * length, each with mean, smallest and largest value, so that no peak is lost by drawing less.
   */
  List<Bucket> chart(
      long outletId, String factor, PeriodKind kind, Instant from, Instant until, int buckets);

  /**
   * How many periods of a kind in {@code [from, until)} are stored in each step, for availability
   * by hour or day.
   *
   * @param step length of a step; steps are counted from a Beijing midnight
   * @return steps that have any, in order of time
   */
  List<Presence> presence(
      long outletId, PeriodKind kind, Instant from, Instant until, Duration step);

  /**
   * @param receivedAt when the value reached the platform; both times are kept because loggers'
   *     clocks drift
   */
  record Latest(FactorReading reading, PeriodKind kind, Instant measuredAt, Instant receivedAt) {}

  /**
   * @param mark the mark that stands out in the bucket: the most frequent one that is not normal,
   *     else {@code N}
   * @param count values in the bucket; a bucket without any is left out, so that gaps show as gaps
   */
  record Bucket(
      Instant from,
      @Nullable Double mean,
      @Nullable Double minimum,
      @Nullable Double maximum,
      String mark,
      long count) {}

  /**
   * @param from start of the step
   * @param periods distinct periods in it
   */
  record Presence(Instant from, long periods) {}

  /** Both ends are starts of periods. */
  record Span(Instant first, Instant last) {}

  /**
   * Values of one factor, column by column: a year of minutes is half a million entries, and the
   * checks run through it.
   *
   * @param at start of each period, ascending
   * @param value value of each period; NaN where the period carried no value for the factor
   * @param flag data mark of each period
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Series(String factor, PeriodKind kind, Instant[] at, double[] value, DataFlag[] flag) {
    public Series {
      if (at.length != value.length || at.length != flag.length) {
        throw new IllegalArgumentException(
            "%d times, %d values, %d marks".formatted(at.length, value.length, flag.length));
      }
    }

    public int size() {
      return at.length;
    }
  }
}
