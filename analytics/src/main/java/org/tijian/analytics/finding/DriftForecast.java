package org.tijian.analytics.finding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the drift of an analyser will pass its limit if it goes on as it does (漂移预测). By a straight
 * line of least squares through the drifts of the span; a guess, never a finding.
 *
 * @param answer whether there is a trend at all
 * @param checks checks it rests on
 * @param limit in per cent of full scale
 * @param perDay slope, in per cent of full scale a day; 0 without a trend
 * @param significance probability of such a slope where there is none
 * @param day when the line reaches the limit; null without a trend or beyond the horizon
 * @param earliest when the nearer edge of the 95 % prediction interval does
 * @param latest when the other edge does; null if not within the horizon
 * @param line the line and its interval, from the first check to the day, or to as far as is drawn
 */
public record DriftForecast(
    DriftPoint.Level level,
    Answer answer,
    int checks,
    double limit,
    double perDay,
    double significance,
    @Nullable Instant day,
    @Nullable Instant earliest,
    @Nullable Instant latest,
    List<Point> line) {
  public DriftForecast {
    line = List.copyOf(line);
  }

  /** What can be said. */
  public enum Answer {
    /** The drift moves in one direction by more than chance. */
    TREND,
    /** It does not: nothing is forecast. */
    NO_TREND,
    /** Fewer checks than a line needs to mean something. */
    TOO_FEW
  }

  /** The line at a moment, with its prediction interval; in per cent of full scale. */
  public record Point(Instant at, double drift, double low, double high) {}
}
