package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.step;

import java.util.List;
import java.util.Set;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rate;
import org.tijian.analytics.statistic.Rounding;

/** Capture rate (有效数据捕集率): valid hours among those in which the source ran. */
final class CaptureRateCheck extends HoursCheck {
  private static final String DECIMALS = "decimals";

  CaptureRateCheck() {
    super("capture-rate", Set.of(DECIMALS, VALID_MINUTES));
  }

  @Override
  int wantedMinutes(Rule rule, Limit limit) {
    return rule.parameter(VALID_MINUTES).intValue();
  }

  @Override
  Judgement judge(Rule rule, Limit limit, HourTally tally, Material material) {
    int decimals = rule.parameter(DECIMALS).intValue();
    double rate = Rate.capturePercent(tally.hours(), tally.stopped(), tally.invalid());
    String expression =
        "(%d - %d - %d) / (%d - %d) × 100"
            .formatted(
                tally.hours(), tally.stopped(), tally.invalid(), tally.hours(), tally.stopped());
    Basis basis =
        new Basis(
            "r = (H - H_stop - H_invalid) / (H - H_stop) × 100",
            inputs(tally, wantedMinutes(rule, limit)),
            List.of(step("r", "有效数据捕集率", "capture rate", expression, rate, "%")),
            new Quantity(Rounding.round(rate, decimals), limit.quantity().unit()),
            limit.quantity(),
            ">=",
            Steps.rounding(decimals),
            material.from(),
            material.until(),
            tally.running());
    return Judgement.of(basis, tally.poorest());
  }
}
