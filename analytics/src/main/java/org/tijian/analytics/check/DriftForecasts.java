package org.tijian.analytics.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.DriftForecast;
import org.tijian.analytics.finding.DriftForecast.Answer;
import org.tijian.analytics.finding.DriftForecast.Point;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.statistic.Trend;

/**
 * Looks ahead along the drifts of one gas. Beyond the horizon nothing is said: the line is a guess
 * that gets worse with every day.
 *
 * @param fewest checks that a line needs
 * @param significance above this probability of chance there is no trend
 * @param horizon how far ahead is looked
 */
public record DriftForecasts(int fewest, double significance, Duration horizon) {
  /** Seven checks, five per cent, ninety days: settings of ours, no clause. */
  public static final DriftForecasts USUAL = new DriftForecasts(7, 0.05, Duration.ofDays(90));

  private static final double SECONDS_PER_DAY = 86_400;
  private static final int DRAWN = 40;
  private static final double DRAWN_WITHOUT_DAY = 0.5;

  /**
   * @param points checks of the level, oldest first
   * @param limit in per cent of full scale, above zero
   * @param now end of the data: what is forecast lies after it
   */
  public DriftForecast of(Level level, List<DriftPoint> points, double limit, Instant now) {
    Optional<Trend> trend = trend(points);
    if (points.size() < fewest || trend.isEmpty()) {
      return none(level, Answer.TOO_FEW, points, limit, 1);
    }
    Trend line = trend.get();
    return line.significance() > significance
        ? none(level, Answer.NO_TREND, points, limit, line.significance())
        : forecast(level, points, limit, now, line);
  }

  /** Through the drifts over days since the first check. */
  static Optional<Trend> trend(List<DriftPoint> points) {
    return Trend.of(
        points.stream().mapToDouble(p -> days(points.get(0).at(), p.at())).toArray(),
        points.stream().mapToDouble(DriftPoint::driftPercent).toArray());
  }

  private static DriftForecast none(
      Level level, Answer answer, List<DriftPoint> points, double limit, double significance) {
    return new DriftForecast(
        level, answer, points.size(), limit, 0, significance, null, null, null, List.of());
  }

  private DriftForecast forecast(
      Level level, List<DriftPoint> points, double limit, Instant now, Trend line) {
    Instant first = points.get(0).at();
    double from = days(first, now);
    double end = from + horizon.toSeconds() / SECONDS_PER_DAY;
    OptionalDouble day = line.crossing(limit, 0, from, end);
    OptionalDouble latest = line.crossing(limit, -1, from, end);
    double ahead = from + (end - from) * DRAWN_WITHOUT_DAY;
    return new DriftForecast(
        level,
        Answer.TREND,
        points.size(),
        limit,
        line.slope(),
        line.significance(),
        moment(first, day),
        moment(first, line.crossing(limit, 1, from, end)),
        moment(first, latest),
        drawn(line, first, Math.max(from, latest.orElse(day.orElse(ahead)))));
  }

  private static List<Point> drawn(Trend line, Instant first, double end) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= DRAWN; i++) {
      double x = end * i / DRAWN;
      double half = line.halfWidth(x);
      points.add(new Point(moment(first, x), line.at(x), line.at(x) - half, line.at(x) + half));
    }
    return points;
  }

  private static double days(Instant from, Instant until) {
    return Duration.between(from, until).toSeconds() / SECONDS_PER_DAY;
  }

  private static @Nullable Instant moment(Instant first, OptionalDouble days) {
    return days.isEmpty() ? null : moment(first, days.getAsDouble());
  }

  private static Instant moment(Instant first, double days) {
    return first.plusSeconds(Math.round(days * SECONDS_PER_DAY));
  }
}
