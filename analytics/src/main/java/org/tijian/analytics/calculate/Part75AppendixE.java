package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.Rounding;

/**
 * One level of the correlation of gas and oil peaking units: mean NOx of the runs to three places,
 * mean of their hourly heat inputs to 0.1. The hourly heat input is the reported one, or the total
 * over the minutes of the run, both end minutes counted, where none is reported.
 *
 * <pre>HI_i = total_i / (minutes_i / 60), to 0.1;   HI = mean(HI_i)</pre>
 */
record Part75AppendixE(Clauses clauses) {
  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  Sheet level(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.appendix-e-level");
    List<Inputs> runs = inputs.list("runs", clause.whole("fewest"));
    List<BigDecimal> rates = runs.stream().map(r -> r.notNegative("nox_ref_lb_mmbtu")).toList();
    Sheet sheet =
        new Sheet(clause, "NOx = ΣNOx_i / n", "HI_i = total_i × 60 / minutes_i", "HI = ΣHI_i / n")
            .with("NOx", "NOx 排放速率", "NOx rate", rates, "lb/mmBtu");
    BigDecimal rate = Arithmetic.mean(rates);
    sheet.step("NOx", "均值", "mean", "ΣNOx_i / " + rates.size(), rate, "lb/mmBtu");
    sheet.round("mean_ref", rate, 3);
    List<@Nullable BigDecimal> recomputed = new ArrayList<>();
    List<BigDecimal> counted = new ArrayList<>();
    for (Inputs run : runs) {
      Optional<BigDecimal> heat = heat(sheet, run, recomputed.size() + 1);
      recomputed.add(heat.orElse(null));
      counted(sheet, run, heat, recomputed.size()).ifPresent(counted::add);
    }
    sheet.put("hourly_hi_recomputed", recomputed);
    // A run whose time cannot be read leaves the level without a heat input, not with a wrong one.
    return counted.size() < runs.size()
        ? sheet.put("avg_hourly_hi", null)
        : sheet.round("avg_hourly_hi", Arithmetic.mean(counted), 1);
  }

  private static Optional<BigDecimal> counted(
      Sheet sheet, Inputs run, Optional<BigDecimal> recomputed, int number) {
    if (!run.has("hourly_hi_mmbtu_hr")) {
      return recomputed;
    }
    BigDecimal reported = run.positive("hourly_hi_mmbtu_hr");
    sheet.with("HI_rep_" + number, "上报小时热输入", "hourly, reported", reported, "mmBtu/h");
    return minutes(run).map(minutes -> reported);
  }

  private static Optional<BigDecimal> heat(Sheet sheet, Inputs run, int number) {
    Optional<BigDecimal> total =
        run.optionalNumber("total_hi_mmbtu").filter(value -> value.signum() >= 0);
    Optional<Long> minutes = minutes(run);
    if (total.isEmpty() || minutes.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal sixty = total.get().multiply(MINUTES);
    BigDecimal heat = Arithmetic.over(sixty, minutes.get());
    String terms = "%s × 60 / %d".formatted(shown(total.get()), minutes.get());
    sheet.step("HI_" + number, "小时热输入", "hourly heat input", terms, heat, "mmBtu/h");
    return Optional.of(Rounding.round(heat, 1));
  }

  /**
   * Both end minutes counted; empty if one of the times is none or they are the wrong way round.
   */
  private static Optional<Long> minutes(Inputs run) {
    Optional<LocalDateTime> begin = run.minute("begin");
    Optional<LocalDateTime> end = run.minute("end");
    return begin.isEmpty() || end.isEmpty() || end.get().isBefore(begin.get())
        ? Optional.empty()
        : Optional.of(Duration.between(begin.get(), end.get()).toMinutes() + 1);
  }
}
