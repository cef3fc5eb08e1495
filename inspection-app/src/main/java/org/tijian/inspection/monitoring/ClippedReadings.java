package org.tijian.inspection.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;

/**
 * The readings of a span, and nothing before or after it: what an enterprise opened to an expert.
 */
final class ClippedReadings implements ReadingStore {
  private final ReadingStore all;
  private final DataSpan span;

  ClippedReadings(ReadingStore all, DataSpan span) {
    this.all = all;
    this.span = span;
  }

  @Override
  public List<Latest> latest(long outletId) {
    return all.latest(outletId).stream()
        .filter(latest -> span.contains(latest.measuredAt()))
        .toList();
  }

  @Override
  public Series series(long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
    return clip(from, until)
        .map(clipped -> all.series(outletId, factor, kind, clipped.from(), clipped.until()))
        .orElseGet(() -> new Series(factor, kind, new Instant[0], new double[0], new DataFlag[0]));
  }

  @Override
  public List<Bucket> chart(
      long outletId, String factor, PeriodKind kind, Instant from, Instant until, int buckets) {
    Optional<DataSpan> clipped = clip(from, until);
    if (clipped.isEmpty()) {
      return List.of();
    }
    return all.chart(outletId, factor, kind, clipped.get().from(), clipped.get().until(), buckets);
  }

  @Override
  public long count(long outletId, PeriodKind kind, Instant from, Instant until) {
    return clip(from, until)
        .map(clipped -> all.count(outletId, kind, clipped.from(), clipped.until()))
        .orElse(0L);
  }

  @Override
  public List<Presence> presence(
      long outletId, PeriodKind kind, Instant from, Instant until, Duration step) {
    return clip(from, until)
        .map(clipped -> all.presence(outletId, kind, clipped.from(), clipped.until(), step))
        .orElse(List.of());
  }

  @Override
  public Optional<Span> span(long outletId, PeriodKind kind) {
    return all.span(outletId, kind)
        .filter(stored -> !stored.last().isBefore(span.from()))
        .filter(stored -> stored.first().isBefore(span.until()))
        .map(stored -> new Span(nearest(stored.first()), nearest(stored.last())));
  }

  private Instant nearest(Instant moment) {
    if (moment.isBefore(span.from())) {
      return span.from();
    }
    return moment.isBefore(span.until()) ? moment : span.until();
  }

  private Optional<DataSpan> clip(Instant from, Instant until) {
    return Optional.of(new DataSpan(from, until).and(span)).filter(clipped -> !clipped.isEmpty());
  }
}
