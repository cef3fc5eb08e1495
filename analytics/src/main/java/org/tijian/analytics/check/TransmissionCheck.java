package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.util.List;
import java.util.Set;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rate;
import org.tijian.analytics.statistic.Rounding;

/**
 * Transmission effectiveness (传输有效率): share of the hours that ran for which anything arrived, times
 * the share of those that are valid. Hours marked as stopped are left out of both.
 */
final class TransmissionCheck extends HoursCheck {
  private static final String DECIMALS = "decimals";
  private static final double PERCENT = 100;

  TransmissionCheck() {
    super("transmission-effectiveness", Set.of(DECIMALS, VALID_MINUTES));
  }

  @Override
  int wantedMinutes(Rule rule, Limit limit) {
    return rule.parameter(VALID_MINUTES).intValue();
  }

  @Override
  Judgement judge(Rule rule, Limit limit, HourTally tally, Material material) {
    int decimals = rule.parameter(DECIMALS).intValue();
    int due = tally.running();
    int received = due - tally.silent();
    int valid = due - tally.invalid();
    double transmitted = Rate.percent(received, due);
    double good = received == 0 ? 0 : Rate.percent(valid, received);
    double found = transmitted * good / PERCENT;
    String expression = "(%d / %d) × (%d / %d) × 100".formatted(received, due, valid, received);
    Basis basis =
        new Basis(
            "E = (N_received / N_due) × (N_valid / N_received) × 100",
            List.of(
                input("N_due", "应传小时数（不含停运）", "hours due, without stopped ones", due, "h"),
                input("N_received", "收到数据的小时数", "hours with data", received, "h"),
                input("N_valid", "有效小时数", "valid hours", valid, "h"),
                input("H_invalid", "运行但无效的小时数", "hours that do not count", tally.invalid(), "h")),
            List.of(step("E", "传输有效率", "transmission effectiveness", expression, found, "%")),
            new Quantity(Rounding.round(found, decimals), limit.quantity().unit()),
            limit.quantity(),
            ">=",
            Steps.rounding(decimals),
            material.from(),
            material.until(),
            due);
    return Judgement.of(basis, tally.poorest());
  }
}
