package org.tijian.analytics.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.tijian.analytics.reading.DataFlag;

/**
 * One clock hour of one factor, from the minutes of that hour and nothing else (小时摘要). A minute is
 * <em>valid</em> if it carries a number marked as normal. Where no valid minute is, the figures are
 * NaN and the runs 0.
 *
 * @param start start of the clock hour
 * @param due minutes of the hour that lie in the span asked for: 60, fewer in its first and last
 * @param present minutes stored, with a number or without
 * @param numbers minutes with a number, whatever their mark
 * @param marks minutes per data mark; their sum is {@code present}
 * @param values figures of the valid minutes
 * @param stoppedMean mean of the numbers marked as stopped (F); NaN if there are none
 * @param convertedMean mean of the valid minutes' converted values (折算) as sent; NaN if none was
 * @param amount sum of the amounts (Cou) sent with the minutes; NaN if none was
 */
public record HourDigest(
    Instant start,
    int due,
    int present,
    int numbers,
    Map<DataFlag, Integer> marks,
    Values values,
    double stoppedMean,
    double convertedMean,
    double amount) {
  /** An hour that is not cut by an end of the span. */
  public static final int WHOLE = 60;

  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * The valid minutes of an hour.
   *
   * @param count how many
   * @param deviation standard deviation (n - 1); 0 if all are equal, NaN for fewer than two
   * @param first value of the first of them
   * @param last value of the last of them
   * @param step smallest difference between two that follow each other and differ, which is no less
   *     than the instrument's least digit; NaN if none differ
   * @param leadingRun how many from the first one on are equal to it
   * @param trailingRun how many up to the last one are equal to it
   * @param longestRun longest run of equal ones
   * @param atTop at or above {@link #TOP_SHARE} of full scale
   * @param atOrBelowZero at or below zero
   */
  public record Values(
      int count,
      double mean,
      double minimum,
      double maximum,
      double deviation,
      double first,
      double last,
      double step,
      int leadingRun,
      int trailingRun,
      int longestRun,
      int atTop,
      int atOrBelowZero) {
    /** Share of full scale from which a value counts as being at the top of the range. */
    public static final double TOP_SHARE = 0.99;

    /** No valid minute. */
    public static final Values NONE =
        new Values(
            0,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            0,
            0,
            0,
            0,
            0);

    /** Whether all of them are equal, and there are at least two. */
    public boolean isConstant() {
      return count > 1 && leadingRun == count;
    }
  }

  public HourDigest {
    marks = Map.copyOf(marks);
  }

  /** An hour for which nothing is stored. */
  static HourDigest silent(Instant start, int due) {
    return new HourDigest(
        start, due, 0, 0, Map.of(), Values.NONE, Double.NaN, Double.NaN, Double.NaN);
  }

  /** Its end, exclusive. */
  public Instant end() {
    return start.plus(HOUR);
  }

  /** Whether the span covers it from the first minute to the last. */
  public boolean isWhole() {
    return due == WHOLE;
  }

  public int valid() {
    return values.count();
  }

  /** Mean of the valid minutes; NaN if there are none. */
  public double mean() {
    return values.mean();
  }

  /** How many minutes bear a mark. */
  public int marked(DataFlag mark) {
    return marks.getOrDefault(mark, 0);
  }

  /** Mean of the valid minutes if there are at least so many of them, else NaN. */
  public double meanOf(int minutes) {
    return valid() >= minutes ? values.mean() : Double.NaN;
  }
}
