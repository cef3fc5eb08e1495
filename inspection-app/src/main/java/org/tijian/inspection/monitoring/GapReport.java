package org.tijian.inspection.monitoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.gap.Gap;
import org.tijian.analytics.reading.PeriodKind;

/**
 * Gaps (数据缺口) of an outlet on the wire.
 *
 * @param periodsMissing periods of the last 30 days that were missing when they were looked for
 * @param periodsRecovered of these, how many have come since
 * @param gaps newest first
 */
record GapReport(long periodsMissing, long periodsRecovered, List<GapView> gaps) {
  GapReport {
    gaps = List.copyOf(gaps);
  }

  static GapReport of(List<GapView> gaps) {
    return new GapReport(
        gaps.stream().mapToLong(GapView::missing).sum(),
        gaps.stream().mapToLong(GapView::recovered).sum(),
        gaps);
  }

  record GapView(
      long id,
      String mn,
      PeriodKind kind,
      Instant from,
      Instant until,
      int missing,
      int recovered,
      Gap.State state,
      int attempts,
      @Nullable Instant closedAt) {

    static GapView of(Gap gap) {
      return new GapView(
          gap.id(),
          gap.mn(),
          gap.kind(),
          gap.from(),
          gap.until(),
          gap.missing(),
          gap.recovered(),
          gap.state(),
          gap.attempts(),
          gap.closedAt());
    }
  }
}
