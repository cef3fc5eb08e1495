package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.step;

import java.util.List;
import java.util.Set;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;

/**
 * Valid hours (有效小时): the poorest hour in which the source ran is held against the number of valid
 * minutes that an hour needs. If it has them, every hour has.
 */
final class ValidHoursCheck extends HoursCheck {
  ValidHoursCheck() {
    super("valid-hours", Set.of());
  }

  @Override
  int wantedMinutes(Rule rule, Limit limit) {
    return (int) limit.quantity().value();
  }

  @Override
  Judgement judge(Rule rule, Limit limit, HourTally tally, Material material) {
    Basis basis =
        new Basis(
            "m = min(m_h), h = 1 … H - H_stop",
            inputs(tally, wantedMinutes(rule, limit)),
            List.of(
                step(
                    "m",
                    "有效分钟最少的小时的有效分钟数",
                    "valid minutes of the poorest hour",
                    "min(m_1 … m_%d)".formatted(tally.running()),
                    tally.fewestValid(),
                    "min")),
            new Quantity(tally.fewestValid(), limit.quantity().unit()),
            limit.quantity(),
            ">=",
            Steps.rounding(0),
            material.from(),
            material.until(),
            tally.running());
    return Judgement.of(basis, tally.poorest());
  }
}
