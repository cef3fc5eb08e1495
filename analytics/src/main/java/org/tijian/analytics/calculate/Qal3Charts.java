package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;
import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.ControlChart;

/** Control charts of ongoing quality assurance (QAL3): EWMA, tabular CUSUM of drift, Shewhart. */
record Qal3Charts(Clauses clauses) {
  private static final int DECIMALS = 4;

  /** z_t = lambda x_t + (1 - lambda) z_(t-1), limits target +- L sigma sqrt(lambda/(2-lambda)). */
  Sheet ewma(Inputs inputs) {
    BigDecimal lambda = inputs.positive("lambda");
    if (lambda.compareTo(BigDecimal.ONE) > 0) {
      throw inputs.wrong("out-of-range", "lambda", "must not be above 1");
    }
    BigDecimal target = inputs.number("target");
    BigDecimal sigma = inputs.positive("sigma");
    BigDecimal l = inputs.positive("L");
    List<BigDecimal> x = inputs.numbers("x", 1);
    BigDecimal half = ControlChart.weightedLimit(lambda, sigma, l);
    List<BigDecimal> means = ControlChart.weightedMeans(x, target, lambda);
    Sheet sheet =
        new Sheet(
                clauses.clause("en14181.qal3-ewma"),
                "z_t = λ x_t + (1 - λ) z_(t-1), z_0 = target",
                "limits = target ± L σ √(λ / (2 - λ))")
            .with("x", "读数", "reading", x, "1")
            .with("λ", "权重", "weight", lambda, "1");
    sheet.step(
        "h",
        "控制限半宽",
        "half width",
        "%s × %s × √(%s / (2 - %s))".formatted(term(l), term(sigma), term(lambda), term(lambda)),
        half,
        "1");
    return sheet
        .round("ewma", means, DECIMALS)
        .round("ucl", target.add(half), DECIMALS)
        .round("lcl", target.subtract(half), DECIMALS)
        .put("signals", outside(means, target, half));
  }

  /** S_hi = max(0, S_hi + x - target - k), S_lo likewise below; a signal is above h. */
  Sheet drift(Inputs inputs) {
    BigDecimal target = inputs.number("target");
    BigDecimal k = inputs.notNegative("k");
    BigDecimal h = inputs.positive("h");
    List<BigDecimal> d = inputs.numbers("x", 1).stream().map(x -> x.subtract(target)).toList();
    List<BigDecimal> high = ControlChart.sums(d, k);
    List<BigDecimal> low = ControlChart.sums(d.stream().map(BigDecimal::negate).toList(), k);
    return new Sheet(
            clauses.clause("en14181.qal3-cusum"),
            "S_hi = max(0, S_hi + d - k), S_lo = max(0, S_lo - d - k), signal: S > h")
        .with("d", "偏离目标", "off the target", d, "1")
        .with("k", "允许偏移", "slack", k, "1")
        .with("h", "报警值", "signal value", h, "1")
        .round("s_hi", high, DECIMALS)
        .round("s_lo", low, DECIMALS)
        .put("first_signal_at", first(high, low, h));
  }

  private static @Nullable Integer first(
      List<BigDecimal> high, List<BigDecimal> low, BigDecimal h) {
    for (int i = 0; i < high.size(); i++) {
      if (high.get(i).max(low.get(i)).compareTo(h) > 0) {
        return i + 1;
      }
    }
    return null;
  }

  /** Individuals: mean +- 3 MR / d2; with s_ams: warnings at 2 s, actions at 3 s about zero. */
  Sheet shewhart(Inputs inputs) {
    Clause clause = clauses.clause("en14181.qal3-shewhart");
    return inputs.has("s_ams") ? againstDeviation(inputs, clause) : individuals(inputs, clause);
  }

  private static Sheet individuals(Inputs inputs, Clause clause) {
    List<BigDecimal> x = inputs.numbers("x", 2);
    BigDecimal d2 = inputs.has("d2") ? inputs.positive("d2") : clause.constant("d2");
    Sheet sheet =
        new Sheet(clause, "limits = x ± 3 × MR / d2, MR = mean |x_t - x_(t-1)|")
            .with("x", "读数", "reading", x, "1");
    BigDecimal mean = Arithmetic.mean(x);
    sheet.step("x", "均值", "mean", "Σx_i / " + x.size(), mean, "1");
    BigDecimal range = ControlChart.meanMovingRange(x);
    sheet.step(
        "MR", "移动极差均值", "mean moving range", "Σ|x_t - x_(t-1)| / " + (x.size() - 1), range, "1");
    BigDecimal half = Arithmetic.over(clause.constant("action").multiply(range), d2);
    sheet.step(
        "h", "控制限半宽", "half width", "3 × %s / %s".formatted(shown(range), shown(d2)), half, "1");
    return sheet
        .round("mean", mean, DECIMALS)
        .round("mean_moving_range", range, DECIMALS)
        .round("ucl", mean.add(half), DECIMALS)
        .round("lcl", mean.subtract(half), DECIMALS)
        .put("signals", outside(x, mean, half));
  }

  private static Sheet againstDeviation(Inputs inputs, Clause clause) {
    List<BigDecimal> d = inputs.numbers("d", 1);
    BigDecimal s = inputs.positive("s_ams");
    BigDecimal warning = clause.constant("warning").multiply(s);
    BigDecimal action = clause.constant("action").multiply(s);
    return new Sheet(clause, "warning: |d| > 2 s, action: |d| > 3 s")
        .with("d", "差值", "difference", d, "1")
        .with("s", "标准偏差", "deviation", s, "1")
        .round("warning_limit", warning, DECIMALS)
        .round("action_limit", action, DECIMALS)
        .put("warnings", outside(d, BigDecimal.ZERO, warning))
        .put("actions", outside(d, BigDecimal.ZERO, action));
  }

  /** Places, counted from 1, where the values lie outside centre +- half. */
  private static List<Integer> outside(
      List<BigDecimal> values, BigDecimal centre, BigDecimal half) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).subtract(centre).abs().compareTo(half) > 0) {
        places.add(i + 1);
      }
    }
    return places;
  }
}
