package org.tijian.inspection.monitoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.DriftForecast;
import org.tijian.analytics.finding.DriftLimits;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftReview;
import org.tijian.analytics.finding.OutOfControl;
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
   * @param convention from when out-of-control spans count
   */
  record DriftView(
      String factor,
      LocalName name,
      @Nullable Double zeroLimit,
      @Nullable Double spanLimit,
      @Nullable Double zeroOutOfControl,
      @Nullable Double spanOutOfControl,
      List<DriftPointView> checks,
      List<ForecastView> forecasts,
      OutOfControl.Convention convention,
      List<OutOfControlView> outOfControl) {

    static DriftView of(String factor, LocalName name, DriftReview review) {
      DriftLimits limits = review.limits();
      return new DriftView(
          factor,
          name,
          limits.zero(),
          limits.span(),
          limits.zeroOutOfControl(),
          limits.spanOutOfControl(),
          review.checks().stream().map(DriftPointView::of).toList(),
          review.forecasts().stream().map(ForecastView::of).toList(),
          review.convention(),
          review.outOfControl().stream().map(OutOfControlView::of).toList());
    }
  }

  /**
   * When the drift of a gas reaches its limit if it goes on as it does.
   *
   * @param line in per cent of full scale: time, drift, and its 95 % prediction interval
   */
  record ForecastView(
      String level,
      String answer,
      int checks,
      double limit,
      double perDay,
      double significance,
      @Nullable Instant day,
      @Nullable Instant earliest,
      @Nullable Instant latest,
      List<DriftForecast.Point> line) {

    static ForecastView of(DriftForecast forecast) {
      return new ForecastView(
          forecast.level().name(),
          forecast.answer().name(),
          forecast.checks(),
          forecast.limit(),
          forecast.perDay(),
          forecast.significance(),
          forecast.day(),
          forecast.earliest(),
          forecast.latest(),
          forecast.line());
    }
  }

  /** A span in which the analyser counts as out of control, and the valid hours it costs. */
  record OutOfControlView(
      String level,
      Instant from,
      Instant until,
      Instant detectedAt,
      double driftPercent,
      boolean ended,
      int hours) {

    static OutOfControlView of(OutOfControl span) {
      return new OutOfControlView(
          span.level().name(),
          span.from(),
          span.until(),
          span.detectedAt(),
          span.driftPercent(),
          span.ended(),
          span.hours());
    }
  }

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
