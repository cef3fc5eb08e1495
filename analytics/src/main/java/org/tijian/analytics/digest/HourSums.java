package org.tijian.analytics.digest;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.tijian.analytics.digest.HourDigest.Values;
import org.tijian.analytics.reading.DataFlag;

/** Gathers the minutes of one hour, in order of time. */
final class HourSums {
  private final double top;
  private final Map<DataFlag, Integer> marks = new HashMap<>();
  private int present;
  private int normal;
  private int numbers;
  private double stoppedSum;
  private int stopped;
  private int count;
  private double first = Double.NaN;
  private double last = Double.NaN;
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;
  private double step = Double.POSITIVE_INFINITY;
  private double sum;
  private double shifted;
  private double squares;
  private int run;
  private int leadingRun;
  private int longestRun;
  private int atTop;
  private int atOrBelowZero;

  HourSums(double fullScale) {
    this.top = fullScale * Values.TOP_SHARE;
  }

  void add(double value, DataFlag mark) {
    present++;
    boolean isNumber = !Double.isNaN(value);
    numbers += isNumber ? 1 : 0;
    if (mark.isNormal()) {
      normal++;
      if (isNumber) {
        addValid(value);
      }
      return;
    }
    marks.merge(mark, 1, Integer::sum);
    if (isNumber && mark.equals(DataFlag.STOPPED)) {
      stoppedSum += value;
      stopped++;
    }
  }

  private void addValid(double value) {
    if (count == 0) {
      first = value;
    }
    addToRun(value);
    count++;
    leadingRun = run == count ? run : leadingRun;
    longestRun = Math.max(longestRun, run);
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
    sum += value;
    // Around the first value the squares of equal values are exactly zero.
    shifted += value - first;
    squares += (value - first) * (value - first);
    atTop += value >= top ? 1 : 0;
    atOrBelowZero += value <= 0 ? 1 : 0;
    last = value;
  }

  private void addToRun(double value) {
    if (value == last) {
      run++;
      return;
    }
    run = 1;
    if (count > 0) {
      step = Math.min(step, Math.abs(value - last));
    }
  }

  HourDigest digest(Instant start, int due) {
    return present == 0
        ? HourDigest.silent(start, due)
        : new HourDigest(
            start,
            due,
            present,
            numbers,
            allMarks(),
            values(),
            stopped == 0 ? Double.NaN : stoppedSum / stopped,
            Double.NaN,
            Double.NaN);
  }

  /** Nearly all hours have normal minutes only. */
  private Map<DataFlag, Integer> allMarks() {
    if (marks.isEmpty()) {
      return Collections.singletonMap(DataFlag.NORMAL, normal);
    }
    if (normal > 0) {
      marks.put(DataFlag.NORMAL, normal);
    }
    return marks;
  }

  private Values values() {
    return count == 0
        ? Values.NONE
        : new Values(
            count,
            sum / count,
            minimum,
            maximum,
            deviation(),
            first,
            last,
            Double.isInfinite(step) ? Double.NaN : step,
            leadingRun,
            run,
            longestRun,
            atTop,
            atOrBelowZero);
  }

  private double deviation() {
    return count < 2
        ? Double.NaN
        : Math.sqrt(Math.max(0, squares - shifted * shifted / count) / (count - 1));
  }
}
