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
 * oxygen content, is held against the limit.
 *
 * <pre>C_zs = C_sn × (21 - O2_s) / (21 - O2)</pre>
 *
 * (GB 13271-2014 formula (1); GB 31571-2015 formula (2).) The hourly means of concentration and
 * oxygen are converted, not the minutes. Values are taken as reported: standard state, dry. An hour
 * whose oxygen is at or above the rule's {@code oxygen-below} is left out, for the factor explodes
 * near 21 % and the source hardly burns.
 */
final class EmissionHourCheck implements Check.OfInstrument {
  private static final String OXYGEN = "a19001";
  private static final String REFERENCE = "reference-oxygen";
  private static final String BELOW = "oxygen-below";
  private static final String DECIMALS = "decimals";
  private static final String VALID_MINUTES = "valid-minutes";
  private static final double AIR = 21;

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
    if (material.minutes(instrument.factor()).size() == 0) {
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
    int wanted = rule.parameter(VALID_MINUTES).intValue();
    HourMeans values =
        HourMeans.of(
            material.minutes(instrument.factor()), material.from(), material.until(), wanted);
    HourMeans oxygen =
        HourMeans.of(material.minutes(OXYGEN), material.from(), material.until(), wanted);
    Worst worst = Worst.of(values, oxygen, rule, limit);
    return worst.hour() < 0
        ? Judgement.cannotTell(Reason.TOO_FEW_READINGS)
        : Judgement.of(basis(rule, limit, values, oxygen, worst), values.at(worst.hour()));
  }

  private static Basis basis(
      Rule rule, Limit limit, HourMeans values, HourMeans oxygen, Worst worst) {
    int decimals = rule.parameter(DECIMALS).intValue();
    double reference = rule.parameter(REFERENCE);
    double c = values.mean()[worst.hour()];
    double o2 = oxygen.mean()[worst.hour()];
    String unit = limit.quantity().unit();
    String expression =
        "%s × (21 - %s) / (21 - %s)".formatted(shown(c), shown(reference), shown(o2));
    return new Basis(
        "C_zs = C_sn × (21 - O2_s) / (21 - O2)",
        List.of(
            input("C_sn", "小时均值（标态干基，按上报值）", "hourly mean as reported", c, unit),
            input("O2", "氧含量小时均值", "hourly mean of oxygen", o2, "%"),
            input("O2_s", "基准氧含量", "reference oxygen content", reference, "%"),
            input("n", "高于限值的有效小时数", "valid hours above the limit", worst.above(), "h")),
        List.of(step("C_zs", "折算浓度", "converted value", expression, worst.converted(), unit)),
        new Quantity(Rounding.round(worst.converted(), decimals), unit),
        limit.quantity(),
        "<=",
        Steps.rounding(decimals),
        values.at(worst.hour()),
        values.at(worst.hour()).plus(1, ChronoUnit.HOURS),
        worst.hours());
  }

  /**
   * @param hour index of the worst hour, -1 without any
   * @param hours hours that could be judged
   * @param above hours above the limit after rounding
   */
  private record Worst(int hour, double converted, int hours, int above) {
    static Worst of(HourMeans values, HourMeans oxygen, Rule rule, Limit limit) {
      double reference = rule.parameter(REFERENCE);
      int decimals = rule.parameter(DECIMALS).intValue();
      Worst worst = new Worst(-1, Double.NEGATIVE_INFINITY, 0, 0);
      for (int hour = 0; hour < values.mean().length; hour++) {
        double o2 = oxygen.mean()[hour];
        double converted = values.mean()[hour] * (AIR - reference) / (AIR - o2);
        if (o2 < rule.parameter(BELOW) && !Double.isNaN(converted)) {
          boolean over = Rounding.round(converted, decimals) > limit.quantity().value();
          worst = worst.with(hour, converted, over);
        }
      }
      return worst;
    }

    private Worst with(int at, double value, boolean over) {
      int more = above + (over ? 1 : 0);
      return value > converted
          ? new Worst(at, value, hours + 1, more)
          : new Worst(hour, converted, hours + 1, more);
    }
  }
}
