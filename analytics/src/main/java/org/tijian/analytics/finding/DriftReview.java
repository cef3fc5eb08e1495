package org.tijian.analytics.finding;

import java.util.List;

/**
 * Everything that the zero and span checks of an analyser say at one moment.
 *
 * @param checks oldest first
 * @param forecasts one for each gas for which a limit is known
 * @param outOfControl spans beyond the out-of-control limits, oldest first
 * @param convention from when those count
 */
public record DriftReview(
    List<DriftPoint> checks,
    DriftLimits limits,
    List<DriftForecast> forecasts,
    List<OutOfControl> outOfControl,
    OutOfControl.Convention convention) {
  public DriftReview {
    checks = List.copyOf(checks);
    forecasts = List.copyOf(forecasts);
    outOfControl = List.copyOf(outOfControl);
  }
}
