package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * Cycle time of one gas direction: whole minutes from the change of gas to 95 % of the step. The
 * longer of upscale and downscale counts for the test. A reported time one minute longer than end
 * minus begin is accepted, because both end minutes may be counted.
 */
record Part75CycleTime(Clauses clauses) {
  private static final Set<String> TYPES = Set.of("SO2", "NOX", "CO2", "O2", "HG");
  private static final Set<String> LEVELS = Set.of("ZERO", "HIGH");

  Sheet direction(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.cycle-time");
    inputs.word("gas_level", LEVELS);
    Sheet sheet = new Sheet(clause, "T = end - begin", "total = max(T, T_other)");
    Optional<BigDecimal> minutes = elapsed(inputs);
    boolean isKnown = TYPES.contains(inputs.text("component_type"));
    // Without a span or with an unknown component nobody knows what the step was held against.
    if (!isKnown || inputs.optionalPositive("span").isEmpty() || minutes.isEmpty()) {
      return sheet.put("cycle_time_min", null).put("total_time_min", null).put("result", null);
    }
    sheet.step("T", "历时", "elapsed", "end - begin", minutes.get(), "min");
    BigDecimal cycle = accepted(sheet, clause, inputs, minutes.get());
    BigDecimal total = total(sheet, inputs, cycle).min(clause.constant("most"));
    boolean passed = sheet.isAtMost("total", total, clause.constant("limit"), "min");
    return sheet
        .put("cycle_time_min", cycle.min(clause.constant("most")))
        .put("total_time_min", total)
        .put("directions", inputs.has("other_cycle_time_min") ? 2 : 1)
        .put("result", passed ? "PASSED" : "FAILED");
  }

  private static BigDecimal accepted(
      Sheet sheet, Clause clause, Inputs inputs, BigDecimal minutes) {
    Optional<BigDecimal> reported = inputs.optionalPositive("reported_cycle_time_min");
    reported.ifPresent(r -> sheet.with("T_rep", "上报值", "reported", r, "min"));
    return reported
        .filter(r -> r.subtract(minutes).compareTo(clause.constant("accepted-longer")) == 0)
        .orElse(minutes);
  }

  private static BigDecimal total(Sheet sheet, Inputs inputs, BigDecimal cycle) {
    Optional<BigDecimal> other = inputs.optionalPositive("other_cycle_time_min");
    other.ifPresent(o -> sheet.with("T_other", "另一方向", "other direction", o, "min"));
    return cycle.max(other.orElse(cycle));
  }

  /** Empty if one of the times is none or they are the wrong way round. */
  private static Optional<BigDecimal> elapsed(Inputs inputs) {
    Optional<LocalDateTime> begin = inputs.minute("begin");
    Optional<LocalDateTime> end = inputs.minute("end");
    if (begin.isEmpty() || end.isEmpty() || end.get().isBefore(begin.get())) {
      return Optional.empty();
    }
    return Optional.of(BigDecimal.valueOf(Duration.between(begin.get(), end.get()).toMinutes()));
  }
}
