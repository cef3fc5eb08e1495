package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.DriftForecast;
import org.tijian.analytics.finding.DriftForecast.Answer;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rounding;
import org.tijian.analytics.statistic.Trend;

/**
 * Days until the drift passes its limit if it goes on as it does ({@link DriftForecasts}). Without
 * a trend nothing is forecast, and the horizon is what is told.
 */
final class DriftForecastCheck implements Check.OfInstrument {
  private static final String DRIFT_LIMIT = "drift-limit";
  private static final String FEWEST = "fewest-checks";
  private static final String SIGNIFICANCE = "significance-percent";
  private static final String HORIZON = "horizon-days";
  private static final double PERCENT = 100;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final int DECIMALS = 1;

  private final Level level;
  private final CheckForm form;

  DriftForecastCheck(Level level, String name) {
    this.level = level;
    this.form =
        new CheckForm(
            name,
            Set.of(DRIFT_LIMIT, FEWEST, SIGNIFICANCE, HORIZON),
            Set.of(),
            Set.of(
                "met",
                "met.no-trend",
                "met.beyond-horizon",
                "not-met",
                "cannot-tell.no-span-gas",
                "cannot-tell.calibration-not-flagged",
                "cannot-tell.too-few-readings",
                "not-applicable.no-limit-in-force"),
            Set.of("found", "limit", "readings", "at", "p", "b", "L_d", "T_1", "T_2"));
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
    List<DriftPoint> points =
        material.driftPoints(instrument).stream().filter(p -> p.level() == level).toList();
    if (points.isEmpty()) {
      return Judgement.cannotTell(Reason.CALIBRATION_NOT_FLAGGED);
    }
    DriftForecasts settings =
        new DriftForecasts(
            rule.parameter(FEWEST).intValue(),
            rule.parameter(SIGNIFICANCE) / PERCENT,
            Duration.ofDays(rule.parameter(HORIZON).longValue()));
    Instant now = material.until();
    DriftForecast forecast = settings.of(level, points, rule.parameter(DRIFT_LIMIT), now);
    if (forecast.answer() == Answer.TOO_FEW) {
      return Judgement.cannotTell(Reason.TOO_FEW_READINGS);
    }
    return rule.limitOn(BeijingTime.dateOf(now.minusSeconds(1)))
        .map(limit -> judge(rule, limit, forecast, points, material))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private static Judgement judge(
      Rule rule, Limit limit, DriftForecast forecast, List<DriftPoint> points, Material material) {
    double horizon = rule.parameter(HORIZON);
    double days = days(material.until(), forecast.day(), horizon);
    Basis basis =
        new Basis(
            "y = a + b t, |y(T)| = L_d, T_max = H",
            inputs(rule, forecast, points),
            steps(forecast, material.until(), horizon),
            new Quantity(Rounding.round(days, DECIMALS), limit.quantity().unit()),
            limit.quantity(),
            ">=",
            Steps.rounding(DECIMALS),
            points.get(0).at(),
            material.until(),
            points.size());
    Judgement judgement = Judgement.of(basis, forecast.day());
    if (judgement.outcome() instanceof Outcome.Met && forecast.day() == null) {
      String saying = forecast.answer() == Answer.TREND ? "met.beyond-horizon" : "met.no-trend";
      return new Judgement(judgement.outcome(), saying, null).asInformation();
    }
    return judgement.asInformation();
  }

  private static double days(Instant now, @Nullable Instant day, double horizon) {
    return day == null ? horizon : Duration.between(now, day).toSeconds() / SECONDS_PER_DAY;
  }

  private static List<Step> inputs(Rule rule, DriftForecast forecast, List<DriftPoint> points) {
    Trend line = DriftForecasts.trend(points).orElseThrow();
    List<Step> inputs = new ArrayList<>();
    inputs.add(input("n", "检查次数", "checks", line.n(), "1"));
    inputs.add(input("a", "首次检查处的截距", "intercept at the first check", line.intercept(), "%FS"));
    inputs.add(input("b", "斜率", "slope", line.slope(), "%FS/d"));
    inputs.add(input("S_L", "剩余标准偏差", "deviation about the line", line.residual(), "%FS"));
    inputs.add(
        input(
            "p",
            "没有趋势时出现该斜率的概率",
            "probability of such a slope without a trend",
            line.significance(),
            "1"));
    inputs.add(
        input(
            "p_max",
            "判为有趋势的上限",
            "most that counts as a trend",
            rule.parameter(SIGNIFICANCE) / PERCENT,
            "1"));
    inputs.add(input("L_d", "漂移限值", "limit of the drift", forecast.limit(), "%FS"));
    inputs.add(input("H", "最远预测天数", "days looked ahead at most", rule.parameter(HORIZON), "d"));
    return inputs;
  }

  private static List<Step> steps(DriftForecast forecast, Instant now, double horizon) {
    if (forecast.answer() != Answer.TREND) {
      return List.of();
    }
    return List.of(
        step(
            "T",
            "距到达限值的天数",
            "days until the limit",
            "(±L_d - a) / b",
            days(now, forecast.day(), horizon),
            "d"),
        step(
            "T_1",
            "95 % 预测区间最早",
            "earliest by the 95 % prediction interval",
            "y + h(T_1) = L_d",
            days(now, forecast.earliest(), horizon),
            "d"),
        step(
            "T_2",
            "95 % 预测区间最晚",
            "latest by it",
            "y - h(T_2) = L_d",
            days(now, forecast.latest(), horizon),
            "d"));
  }
}
