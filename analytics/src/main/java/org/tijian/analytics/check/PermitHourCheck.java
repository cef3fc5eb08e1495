package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.shown;
import static org.tijian.analytics.check.Steps.step;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rounding;

/**
 * Limit of the discharge permit (许可排放限值): the highest valid hour of the span as a share of the
 * limit that is registered for the instrument. Converted to the outlet's reference oxygen content
 * where it has one, else as measured. Values are taken as reported: standard state, dry.
 */
final class PermitHourCheck implements Check.OfInstrument {
  private static final String BELOW = "oxygen-below";
  private static final String DECIMALS = "decimals";
  private static final String VALID_MINUTES = "valid-minutes";
  private static final double PERCENT = 100;

  private final CheckForm form =
      new CheckForm(
          "permit-hour",
          Set.of(BELOW, DECIMALS, VALID_MINUTES),
          Set.of(),
          Set.of(
              "met",
              "not-met",
              "cannot-tell.no-readings",
              "cannot-tell.no-permit-limit",
              "cannot-tell.too-few-readings",
              "not-applicable.no-limit-in-force"),
          Set.of("found", "limit", "readings", "at", "n", "C", "L"));

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public Judgement judgeInstrument(Rule rule, Instrument instrument, Material material) {
    Double permitted = instrument.permitLimit();
    if (permitted == null || !(permitted > 0)) {
      return Judgement.cannotTell(Reason.NO_PERMIT_LIMIT);
    }
    if (!material.hasReadings(instrument.factor())) {
      return Judgement.cannotTell(Reason.NO_READINGS);
    }
    return rule.limitOn(BeijingTime.dateOf(material.until().minusSeconds(1)))
        .map(limit -> judge(rule, limit, instrument, permitted, material))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private static Judgement judge(
      Rule rule, Limit limit, Instrument instrument, double permitted, Material material) {
    @Nullable Double reference = material.referenceOxygen();
    ConvertedHours hours =
        ConvertedHours.of(
            material,
            instrument.factor(),
            rule.parameter(VALID_MINUTES).intValue(),
            reference,
            rule.parameter(BELOW));
    int worst = hours.worst();
    if (worst < 0) {
      return Judgement.cannotTell(Reason.TOO_FEW_READINGS);
    }
    int decimals = rule.parameter(DECIMALS).intValue();
    double share = hours.converted()[worst] / permitted * PERCENT;
    Basis basis =
        new Basis(
            reference == null
                ? "p = C / L × 100"
                : "C = C_sn × (21 - O2_s) / (21 - O2), p = C / L × 100",
            inputs(hours, worst, reference, permitted, instrument.unit(), decimals),
            steps(hours, worst, reference, permitted, instrument.unit(), share),
            new Quantity(Rounding.round(share, decimals), limit.quantity().unit()),
            limit.quantity(),
            "<=",
            Steps.rounding(decimals),
            hours.value().at(worst),
            hours.value().at(worst).plus(1, ChronoUnit.HOURS),
            hours.judged());
    return Judgement.of(basis, hours.value().at(worst));
  }

  private static List<Step> inputs(
      ConvertedHours hours,
      int worst,
      @Nullable Double reference,
      double permitted,
      String unit,
      int decimals) {
    List<Step> inputs = new ArrayList<>();
    inputs.add(
        input("C_sn", "小时均值（按上报值）", "hourly mean as reported", hours.value().mean()[worst], unit));
    if (reference != null) {
      double o2 = hours.oxygen().mean()[worst];
      inputs.add(input("O2", "氧含量小时均值", "hourly mean of oxygen", o2, "%"));
      inputs.add(input("O2_s", "基准氧含量", "reference oxygen content", reference, "%"));
    }
    inputs.add(input("L", "许可排放限值", "limit of the permit", permitted, unit));
    int above = hours.above(Rounding.round(permitted, decimals), decimals);
    inputs.add(input("n", "高于许可限值的有效小时数", "valid hours above the limit", above, "h"));
    return inputs;
  }

  private static List<Step> steps(
      ConvertedHours hours,
      int worst,
      @Nullable Double reference,
      double permitted,
      String unit,
      double share) {
    double c = hours.converted()[worst];
    String mean = shown(hours.value().mean()[worst]);
    String expression =
        reference == null
            ? mean
            : "%s × (21 - %s) / (21 - %s)"
                .formatted(mean, shown(reference), shown(hours.oxygen().mean()[worst]));
    String ratio = "%s / %s × 100".formatted(shown(c), shown(permitted));
    return List.of(
        step("C", "用于比较的小时浓度", "hourly value that is compared", expression, c, unit),
        step("p", "占许可限值的比例", "share of the permit's limit", ratio, share, "%"));
  }
}
