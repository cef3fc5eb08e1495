package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.shown;
import static org.tijian.analytics.check.Steps.step;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
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
 * Emission limit (排放限值): the hour of the span with the highest mean, converted to the reference
 * oxygen content of the standard, is held against its limit. Values are taken as reported: standard
 * state, dry.
 */
final class EmissionHourCheck implements Check.OfInstrument {
  private static final String REFERENCE = "reference-oxygen";
  private static final String BELOW = "oxygen-below";
  private static final String DECIMALS = "decimals";
  private static final String VALID_MINUTES = "valid-minutes";

  private final CheckForm form =
      new CheckForm(
          "emission-hour",
          Set.of(REFERENCE, BELOW, DECIMALS, VALID_MINUTES),
          Set.of(),
          Set.of(
              "met",
              "not-met",
              "cannot-tell.no-readings",
              "cannot-tell.other-unit",
              "cannot-tell.too-few-readings",
              "not-applicable.no-limit-in-force"),
          Set.of("found", "limit", "readings", "at", "n"));

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public Judgement judgeInstrument(Rule rule, Instrument instrument, Material material) {
    if (!material.hasReadings(instrument.factor())) {
      return Judgement.cannotTell(Reason.NO_READINGS);
    }
    return rule.limitOn(BeijingTime.dateOf(material.until().minusSeconds(1)))
        .map(limit -> judge(rule, limit, instrument, material))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private static Judgement judge(Rule rule, Limit limit, Instrument instrument, Material material) {
    if (!instrument.unit().replace('³', '3').equals(limit.quantity().unit())) {
      return Judgement.cannotTell(Reason.OTHER_UNIT);
    }
    ConvertedHours hours =
        ConvertedHours.of(
            material,
            instrument.factor(),
            rule.parameter(VALID_MINUTES).intValue(),
            rule.parameter(REFERENCE),
            rule.parameter(BELOW));
    int worst = hours.worst();
    return worst < 0
        ? Judgement.cannotTell(Reason.TOO_FEW_READINGS)
        : Judgement.of(basis(rule, limit, hours, worst), hours.value().at(worst));
  }

  private static Basis basis(Rule rule, Limit limit, ConvertedHours hours, int worst) {
    int decimals = rule.parameter(DECIMALS).intValue();
    double reference = rule.parameter(REFERENCE);
    double c = hours.value().mean()[worst];
    double o2 = hours.oxygen().mean()[worst];
    double converted = hours.converted()[worst];
    int above = hours.above(limit.quantity().value(), decimals);
    String unit = limit.quantity().unit();
    String expression =
        "%s × (21 - %s) / (21 - %s)".formatted(shown(c), shown(reference), shown(o2));
    return new Basis(
        "C_zs = C_sn × (21 - O2_s) / (21 - O2)",
        List.of(
            input("C_sn", "小时均值（标态干基，按上报值）", "hourly mean as reported", c, unit),
            input("O2", "氧含量小时均值", "hourly mean of oxygen", o2, "%"),
            input("O2_s", "基准氧含量", "reference oxygen content", reference, "%"),
            input("n", "高于限值的有效小时数", "valid hours above the limit", above, "h")),
        List.of(step("C_zs", "折算浓度", "converted value", expression, converted, unit)),
        new Quantity(Rounding.round(converted, decimals), unit),
        limit.quantity(),
        "<=",
        Steps.rounding(decimals),
        hours.value().at(worst),
        hours.value().at(worst).plus(1, ChronoUnit.HOURS),
        hours.judged());
  }
}
