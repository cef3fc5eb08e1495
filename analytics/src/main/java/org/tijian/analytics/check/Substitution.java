package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.statistic.Rate;

/**
 * What hours that do not count would be filled with (修约替代), for information only: the largest mean
 * of the last valid hours before them, for amounts and never for limits.
 *
 * <pre>
 * capture &gt;= 90 %: up to 24 h the last 180 valid hours, more: 720
 * capture 75 to 90 %: 2,160          capture below 75 %: nothing
 * </pre>
 *
 * Recalled and from one public code; the clause was not read.
 */
final class Substitution {
  private static final int VALID_MINUTES = 45;
  private static final int STOPPED_MINUTES = 15;
  private static final double GOOD_CAPTURE = 90;
  private static final double POOR_CAPTURE = 75;
  private static final int SHORT_GAP = 24;
  private static final int SHORT = 180;
  private static final int LONG = 720;
  private static final int LONGEST = 2160;

  /** Days that hold the longest look back, stops and gaps included. */
  private static final int DAYS_BACK = 120;

  private Substitution() {}

  /** Hours of the look back, for a capture rate and so many missing hours; 0 for none. */
  static int lookBack(double capturePercent, int missing) {
    if (capturePercent >= GOOD_CAPTURE) {
      return missing <= SHORT_GAP ? SHORT : LONG;
    }
    return capturePercent >= POOR_CAPTURE ? LONGEST : 0;
  }

  /**
   * @param missing starts of the hours that do not count, at least one
   * @return capture rate, hours looked back, and the value; nothing more where there is none
   */
  static List<Step> of(Instrument instrument, Material material, Set<Instant> missing) {
    List<HourDigest> span = material.hours(instrument);
    long running = span.stream().filter(hour -> !isStopped(hour)).count();
    long valid = span.stream().filter(h -> isValid(h) && !missing.contains(h.start())).count();
    double capture = running == 0 ? 0 : Rate.percent(valid, running);
    int back = lookBack(capture, missing.size());
    List<Step> steps = new ArrayList<>();
    steps.add(
        step(
            "α",
            "扣除失控小时后的捕集率",
            "capture rate without these hours",
            "%d / %d × 100".formatted(valid, running),
            capture,
            "%"));
    Instant first = missing.stream().min(Comparator.naturalOrder()).orElseThrow();
    List<HourDigest> before =
        material.hours(instrument, DAYS_BACK).stream()
            .filter(hour -> isValid(hour) && hour.start().isBefore(first))
            .toList();
    List<HourDigest> looked = before.subList(Math.max(0, before.size() - back), before.size());
    looked.stream()
        .max(Comparator.comparingDouble(hour -> hour.values().mean()))
        .ifPresent(
            hour -> {
              steps.add(
                  step(
                      "K",
                      "取最近有效小时数（要求 %d）".formatted(back),
                      "last valid hours, of %d wanted".formatted(back),
                      "min(%d, %d)".formatted(back, before.size()),
                      looked.size(),
                      "h"));
              steps.add(
                  step(
                      "C_s",
                      "替代值（仅供参考，只用于排放量）",
                      "would be filled in, for amounts only",
                      "max, " + Sentences.minute(hour.start()),
                      hour.values().mean(),
                      instrument.unit()));
            });
    return steps;
  }

  private static boolean isValid(HourDigest hour) {
    return hour.values().count() >= VALID_MINUTES;
  }

  private static boolean isStopped(HourDigest hour) {
    return hour.marks().getOrDefault(DataFlag.STOPPED, 0) > STOPPED_MINUTES;
  }
}
