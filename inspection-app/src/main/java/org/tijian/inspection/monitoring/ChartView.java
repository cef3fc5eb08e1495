package org.tijian.inspection.monitoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.reading.ReadingStore.Bucket;
import org.tijian.analytics.site.LocalName;

/**
 * Readings of a factor as a chart draws them.
 *
 * @param bucketSeconds length of a bucket: two buckets further apart have a gap between them
 */
record ChartView(
    String factor,
    LocalName name,
    String unit,
    @Nullable Double permitLimit,
    long bucketSeconds,
    List<Bucket> buckets) {

  /**
   * Zero and span checks of an analyser (漂移).
   *
   * @param zeroLimit in per cent of full scale, as are the other limits
   */
  record DriftView(
      String factor,
      LocalName name,
      @Nullable Double zeroLimit,
      @Nullable Double spanLimit,
      @Nullable Double zeroOutOfControl,
      @Nullable Double spanOutOfControl,
      List<DriftPointView> checks) {}

  record DriftPointView(
      Instant at, String level, double gas, double before, double after, double driftPercent) {

    static DriftPointView of(DriftPoint point) {
      return new DriftPointView(
          point.at(),
          point.level().name(),
          point.gas(),
          point.before(),
          point.after(),
          point.driftPercent());
    }
  }
}
