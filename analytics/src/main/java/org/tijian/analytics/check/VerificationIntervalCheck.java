package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rounding;

/**
 * Verification interval (校验间隔): months since the newest comparison with the reference method that
 * is on file. Whole months, and the days left over as a share of the month they lie in.
 */
final class VerificationIntervalCheck implements Check.OfInstrument {
  private static final String DECIMALS = "decimals";

  private final CheckForm form =
      new CheckForm(
          "verification-interval",
          Set.of(DECIMALS),
          Set.of(),
          Set.of(
              "met", "not-met", "cannot-tell.no-accuracy-test", "not-applicable.no-limit-in-force"),
          Set.of("found", "limit", "at"));

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public Judgement judgeInstrument(Rule rule, Instrument instrument, Material material) {
    LocalDate day = BeijingTime.dateOf(material.until().minusSeconds(1));
    return material
        .accuracyTest(instrument.factor())
        .map(test -> judge(rule, test, day))
        .orElseGet(() -> Judgement.cannotTell(Reason.NO_ACCURACY_TEST));
  }

  private static Judgement judge(Rule rule, AccuracyTest test, LocalDate day) {
    return rule.limitOn(day)
        .map(limit -> judge(rule, limit, test, day))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private static Judgement judge(Rule rule, Limit limit, AccuracyTest test, LocalDate day) {
    int decimals = rule.parameter(DECIMALS).intValue();
    long whole = ChronoUnit.MONTHS.between(test.testedOn(), day);
    LocalDate reached = test.testedOn().plusMonths(whole);
    long days = ChronoUnit.DAYS.between(reached, day);
    double found = whole + (double) days / reached.lengthOfMonth();
    String unit = limit.quantity().unit();
    Basis basis =
        new Basis(
            "T = m + d / D",
            List.of(
                input("m", "距最近一次比对的整月数", "whole months since the newest comparison", whole, unit),
                input("d", "其余天数", "days left over", days, "d"),
                input("D", "该月天数", "days of that month", reached.lengthOfMonth(), "d")),
            List.of(
                step(
                    "T",
                    "距最近一次比对的时间",
                    "time since the newest comparison",
                    "%d + %d / %d".formatted(whole, days, reached.lengthOfMonth()),
                    found,
                    unit)),
            new Quantity(Rounding.round(found, decimals), unit),
            limit.quantity(),
            "<=",
            Steps.rounding(decimals),
            null,
            null,
            1);
    return Judgement.of(basis, BeijingTime.startOf(test.testedOn()));
  }
}
