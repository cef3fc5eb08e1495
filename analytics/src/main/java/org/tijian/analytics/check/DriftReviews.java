package org.tijian.analytics.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.DriftForecast;
import org.tijian.analytics.finding.DriftLimits;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.DriftReview;
import org.tijian.analytics.finding.OutOfControl;
import org.tijian.analytics.site.Instrument;

/** Puts together what the checks of one analyser say, for a screen or a report. */
public final class DriftReviews {
  private DriftReviews() {}

  public static DriftReview of(Material material, Instrument instrument, DriftLimits limits) {
    List<DriftPoint> checks = material.driftPoints(instrument);
    List<DriftForecast> forecasts = new ArrayList<>();
    forecast(material, checks, Level.ZERO, limits.zero()).ifPresent(forecasts::add);
    forecast(material, checks, Level.SPAN, limits.span()).ifPresent(forecasts::add);
    List<OutOfControl> spans =
        OutOfControlSpans.of(
            instrument,
            material,
            material.convention(),
            limits.zeroOutOfControl(),
            limits.spanOutOfControl());
    return new DriftReview(checks, limits, forecasts, spans, material.convention());
  }

  private static Optional<DriftForecast> forecast(
      Material material, List<DriftPoint> checks, Level level, @Nullable Double limit) {
    List<DriftPoint> points = checks.stream().filter(p -> p.level() == level).toList();
    return limit == null || points.isEmpty()
        ? Optional.empty()
        : Optional.of(DriftForecasts.USUAL.of(level, points, limit, material.until()));
  }
}
