package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;

/** What the checks of valid hours have in common: they count the hours of a factor first. */
abstract class HoursCheck implements Check.OfInstrument {
  static final String VALID_MINUTES = "valid-minutes";

  private final CheckForm form;

  HoursCheck(String name, Set<String> parameters) {
    this.form =
        new CheckForm(
            name,
            parameters,
            Set.of(),
            Set.of(
                "met",
                "not-met",
                "cannot-tell.no-readings",
                "cannot-tell.too-few-readings",
                "not-applicable.source-not-running",
                "not-applicable.no-limit-in-force"),
            Set.of("found", "limit", "readings", "at", "H_invalid"));
  }

  /** Valid minutes that make a valid hour. */
  abstract int wantedMinutes(Rule rule, Limit limit);

  abstract Judgement judge(Rule rule, Limit limit, HourTally tally, Material material);

  @Override
  public final CheckForm form() {
    return form;
  }

  @Override
  public final Judgement judgeInstrument(Rule rule, Instrument instrument, Material material) {
    if (!material.hasReadings(instrument.factor())) {
      return Judgement.cannotTell(Reason.NO_READINGS);
    }
    Instant lastMoment = material.until().minusSeconds(1);
    Optional<Limit> limit = rule.limitOn(BeijingTime.dateOf(lastMoment));
    return limit
        .map(l -> judgeHours(rule, l, instrument, material))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private Judgement judgeHours(Rule rule, Limit limit, Instrument instrument, Material material) {
    HourTally tally = HourTally.of(material.hours(instrument), wantedMinutes(rule, limit));
    if (tally.hours() == 0) {
      return Judgement.cannotTell(Reason.TOO_FEW_READINGS);
    }
    if (tally.running() == 0) {
      return Judgement.notApplicable(Reason.SOURCE_NOT_RUNNING);
    }
    return judge(rule, limit, tally, material);
  }

  static List<Step> inputs(HourTally tally, int wantedMinutes) {
    return List.of(
        input("H", "时段内整点小时数", "whole clock hours of the span", tally.hours(), "h"),
        input("H_stop", "停运小时数", "hours with the source stopped", tally.stopped(), "h"),
        input("H_invalid", "运行但无效的小时数", "hours that ran and do not count", tally.invalid(), "h"),
        input("m_min", "有效小时所需有效分钟数", "valid minutes of a valid hour", wantedMinutes, "min"));
  }
}
