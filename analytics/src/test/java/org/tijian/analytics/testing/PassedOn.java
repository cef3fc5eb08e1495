package org.tijian.analytics.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;

/** Passes every question on to another store; for those who want to listen in. */
public class PassedOn implements ReadingStore {
  private final ReadingStore all;

  protected PassedOn(ReadingStore all) {
    this.all = all;
  }

  @Override
  public Series series(long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
    return all.series(outletId, factor, kind, from, until);
  }

  @Override
  public long count(long outletId, PeriodKind kind, Instant from, Instant until) {
    return all.count(outletId, kind, from, until);
  }

  @Override
  public Optional<Span> span(long outletId, PeriodKind kind) {
    return all.span(outletId, kind);
  }

  @Override
  public List<Latest> latest(long outletId) {
    return all.latest(outletId);
  }

  @Override
  public List<Bucket> chart(
      long outletId, String factor, PeriodKind kind, Instant from, Instant until, int buckets) {
    return all.chart(outletId, factor, kind, from, until, buckets);
  }

  @Override
  public List<Presence> presence(
      long outletId, PeriodKind kind, Instant from, Instant until, Duration step) {
    return all.presence(outletId, kind, from, until, step);
  }
}
