package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rounding;

/**
 * Calibration interval (校准间隔): the longest time of the span without a check by zero or span gas,
 * read from the minutes marked as calibration. The time before the first and after the last check
 * of the span counts as well, as far as it lies in the span. Without any mark nothing can be said:
 * the logger may not send it.
 */
final class CalibrationIntervalCheck implements Check.OfInstrument {
  private static final String DECIMALS = "decimals";
  private static final double HOURS_PER_DAY = 24;
  private static final double SECONDS_PER_HOUR = 3600;

  private final CheckForm form =
      new CheckForm(
          "calibration-interval",
          Set.of(DECIMALS),
          Set.of(),
          Set.of(
              "met",
              "not-met",
              "cannot-tell.no-readings",
              "cannot-tell.calibration-not-flagged",
              "not-applicable.no-limit-in-force"),
          Set.of("found", "limit", "readings", "at"));

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public Judgement judgeInstrument(Rule rule, Instrument instrument, Material material) {
    if (!material.hasReadings(instrument.factor())) {
      return Judgement.cannotTell(Reason.NO_READINGS);
    }
    List<Instant> checks =
        material.driftPoints(instrument).stream().map(DriftPoint::at).sorted().toList();
    if (checks.isEmpty()) {
      return Judgement.cannotTell(Reason.CALIBRATION_NOT_FLAGGED);
    }
    Pause longest = longest(checks, material);
    return rule.limitOn(BeijingTime.dateOf(longest.end().minusSeconds(1)))
        .map(limit -> judge(rule, limit, longest, material, checks.size()))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private static Pause longest(List<Instant> checks, Material material) {
    List<Instant> ends = new ArrayList<>(checks);
    ends.add(material.until());
    Pause longest = new Pause(material.from(), checks.get(0));
    for (int i = 0; i < checks.size(); i++) {
      Pause next = new Pause(checks.get(i), ends.get(i + 1));
      longest = next.hours() > longest.hours() ? next : longest;
    }
    return longest;
  }

  private static Judgement judge(
      Rule rule, Limit limit, Pause longest, Material material, int checks) {
    int decimals = rule.parameter(DECIMALS).intValue();
    String unit = limit.quantity().unit();
    double found = longest.hours() / (unit.equals("d") ? HOURS_PER_DAY : 1);
    Basis basis =
        new Basis(
            "T = max(t_(i+1) - t_i)",
            List.of(
                input("N", "时段内零点、量程检查次数", "zero and span checks of the span", checks, "1"),
                input("T_h", "最长间隔的小时数", "hours of the longest pause", longest.hours(), "h")),
            List.of(step("T", "最长间隔", "longest pause", longest.text(), found, unit)),
            new Quantity(Rounding.round(found, decimals), unit),
            limit.quantity(),
            "<=",
            Steps.rounding(decimals),
            material.from(),
            material.until(),
            checks);
    return Judgement.of(basis, longest.start());
  }

  private record Pause(Instant start, Instant end) {
    double hours() {
      return Duration.between(start, end).toSeconds() / SECONDS_PER_HOUR;
    }

    String text() {
      return "%s - %s".formatted(Sentences.minute(end), Sentences.minute(start));
    }
  }
}
