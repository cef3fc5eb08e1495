package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.shown;
import static org.tijian.analytics.check.Steps.step;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
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
 * Zero and span drift (零点漂移, 量程漂移): of all checks in the span the one that moved furthest is held
 * against the limit of its day.
 */
final class DriftCheck implements Check.OfInstrument {
  private static final String DECIMALS = "decimals";
  private static final String UNIT = "%FS";

  private final Level level;
  private final CheckForm form;

  DriftCheck(Level level, String name) {
    this.level = level;
    this.form =
        new CheckForm(
            name,
            Set.of(DECIMALS),
            Set.of(),
            Set.of(
                "met",
                "not-met",
                Judgement.OUT_OF_CONTROL,
                "cannot-tell.no-readings",
                "cannot-tell.no-span-gas",
                "cannot-tell.calibration-not-flagged",
                "not-applicable.no-limit-in-force"),
            Set.of("found", "limit", "readings", "at"));
  }

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public Judgement judgeInstrument(Rule rule, Instrument instrument, Material material) {
    if (level == Level.SPAN && instrument.spanGas() == null) {
      return Judgement.cannotTell(Reason.NO_SPAN_GAS);
    }
    if (!material.hasReadings(instrument.factor())) {
      return Judgement.cannotTell(Reason.NO_READINGS);
    }
    List<DriftPoint> points =
        material.driftPoints(instrument).stream().filter(p -> p.level() == level).toList();
    Optional<DriftPoint> furthest =
        points.stream().max(Comparator.comparingDouble(p -> Math.abs(p.driftPercent())));
    return furthest
        .map(point -> judge(rule, instrument, point, points))
        .orElseGet(() -> Judgement.cannotTell(Reason.CALIBRATION_NOT_FLAGGED));
  }

  private Judgement judge(
      Rule rule, Instrument instrument, DriftPoint furthest, List<DriftPoint> points) {
    Optional<Limit> limit = rule.limitOn(BeijingTime.dateOf(furthest.at()));
    return limit
        .map(l -> Judgement.of(basis(rule, l, instrument, furthest, points), l, furthest.at()))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private Basis basis(
      Rule rule, Limit limit, Instrument instrument, DriftPoint point, List<DriftPoint> points) {
    int decimals = rule.parameter(DECIMALS).intValue();
    double found = Rounding.round(Math.abs(point.driftPercent()), decimals);
    return new Basis(
        formula(),
        inputs(instrument, point),
        List.of(drift(instrument, point)),
        new Quantity(found, UNIT),
        limit.quantity(),
        "<=",
        Steps.rounding(decimals),
        points.get(0).at(),
        points.get(points.size() - 1).at().plus(1, ChronoUnit.MINUTES),
        points.size());
  }

  private String formula() {
    return level == Level.ZERO
        ? "Z_d = (Z_i - Z_0) / R × 100, |Z_d|"
        : "S_d = (S_i - S_0) / R × 100, |S_d|";
  }

  private List<Step> inputs(Instrument instrument, DriftPoint point) {
    String unit = instrument.unit();
    boolean zero = level == Level.ZERO;
    String zh = zero ? "零点" : "量程";
    String en = zero ? "zero" : "span";
    String symbol = zero ? "Z" : "S";
    return List.of(
        input("C_" + symbol, zh + "标准气体浓度", en + " gas concentration", point.gas(), unit),
        input(
            symbol + "_0",
            "上次校准后的" + zh + "读数（首次取标准气体浓度）",
            en + " reading after the previous check (the gas itself for the first)",
            point.previousAfter(),
            unit),
        input(
            symbol + "_i",
            "本次校准前的" + zh + "读数",
            en + " reading before adjustment",
            point.before(),
            unit),
        input("R", "满量程", "full scale", instrument.fullScale(), unit));
  }

  private Step drift(Instrument instrument, DriftPoint point) {
    String expression =
        "(%s - %s) / %s × 100"
            .formatted(
                shown(point.before()), shown(point.previousAfter()), shown(instrument.fullScale()));
    return level == Level.ZERO
        ? step("Z_d", "零点漂移（带符号）", "zero drift, signed", expression, point.driftPercent(), UNIT)
        : step("S_d", "量程漂移（带符号）", "span drift, signed", expression, point.driftPercent(), UNIT);
  }
}
