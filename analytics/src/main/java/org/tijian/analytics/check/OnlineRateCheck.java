package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rate;
import org.tijian.analytics.statistic.Rounding;

/**
 * Online rate (在线率) of the outlet's data logger: minutes for which data arrived, among the minutes
 * of the span. Minutes re-sent later count as arrived.
 */
final class OnlineRateCheck implements Check {
  private static final String DECIMALS = "decimals";
  private static final String MINIMUM = "minimum-minutes";

  private final CheckForm form =
      new CheckForm(
          "online-rate",
          Set.of(DECIMALS, MINIMUM),
          Set.of(),
          Set.of(
              "met",
              "not-met",
              "cannot-tell.no-readings",
              "cannot-tell.too-few-readings",
              "not-applicable.no-limit-in-force"),
          Set.of("found", "limit", "readings"));

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public Judgement judge(Rule rule, @Nullable Instrument instrument, Material material) {
    if (material.storedMinutes() == 0) {
      return Judgement.cannotTell(Reason.NO_READINGS);
    }
    if (material.minutesDue() < rule.parameter(MINIMUM)) {
      return Judgement.cannotTell(Reason.TOO_FEW_READINGS);
    }
    return rule.limitOn(BeijingTime.dateOf(material.until().minusSeconds(1)))
        .map(limit -> Judgement.of(basis(rule, limit, material), null))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private static Basis basis(Rule rule, Limit limit, Material material) {
    int decimals = rule.parameter(DECIMALS).intValue();
    long stored = material.storedMinutes();
    long due = material.minutesDue();
    double rate = Rate.percent(stored, due);
    return new Basis(
        "r = N / N_due × 100",
        List.of(
            input("N", "有数据的分钟数", "minutes for which data arrived", stored, "min"),
            input("N_due", "应有分钟数", "minutes of the span", due, "min")),
        List.of(step("r", "在线率", "online rate", "%d / %d × 100".formatted(stored, due), rate, "%")),
        new Quantity(Rounding.round(rate, decimals), limit.quantity().unit()),
        limit.quantity(),
        ">=",
        Steps.rounding(decimals),
        material.from(),
        material.until(),
        (int) stored);
  }
}
