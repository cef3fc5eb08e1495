package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tijian.analytics.digest.HourDigest;
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
 * Completeness of minute data (分钟数据完整率): of the minutes that arrived, those that carry a number for
 * the factor, whatever their mark. Minutes that never arrived are the online rate's business.
 */
final class CompletenessCheck implements Check.OfInstrument {
  private static final String DECIMALS = "decimals";

  private final CheckForm form =
      new CheckForm(
          "minute-completeness",
          Set.of(DECIMALS),
          Set.of(),
          Set.of("met", "not-met", "cannot-tell.no-readings", "not-applicable.no-limit-in-force"),
          Set.of("found", "limit", "readings"));

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public Judgement judgeInstrument(Rule rule, Instrument instrument, Material material) {
    if (material.storedMinutes() == 0) {
      return Judgement.cannotTell(Reason.NO_READINGS);
    }
    Optional<Limit> limit = rule.limitOn(BeijingTime.dateOf(material.until().minusSeconds(1)));
    return limit
        .map(l -> Judgement.of(basis(rule, l, instrument, material), null))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private static Basis basis(Rule rule, Limit limit, Instrument instrument, Material material) {
    int decimals = rule.parameter(DECIMALS).intValue();
    long arrived = material.storedMinutes();
    long present = material.hours(instrument).stream().mapToLong(HourDigest::numbers).sum();
    double rate = Rate.percent(present, arrived);
    return new Basis(
        "r = N_f / N × 100",
        List.of(
            input("N_f", "含该因子数值的分钟数", "minutes with a number for the factor", present, "min"),
            input("N", "有数据的分钟数", "minutes for which data arrived", arrived, "min")),
        List.of(
            step(
                "r",
                "分钟数据完整率",
                "completeness of minute data",
                "%d / %d × 100".formatted(present, arrived),
                rate,
                "%")),
        new Quantity(Rounding.round(rate, decimals), limit.quantity().unit()),
        limit.quantity(),
        ">=",
        Steps.rounding(decimals),
        material.from(),
        material.until(),
        (int) present);
  }
}
