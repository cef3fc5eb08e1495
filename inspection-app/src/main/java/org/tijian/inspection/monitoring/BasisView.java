package org.tijian.inspection.monitoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;

/** The numbers behind a verdict (判定依据) on the wire: enough to redo the sum by hand. */
public record BasisView(
    String formula,
    List<StepView> inputs,
    List<StepView> steps,
    Quantity found,
    LimitView limit,
    LocalName rounding,
    @Nullable Instant from,
    @Nullable Instant until,
    int readings) {

  public record LimitView(double value, String unit, String comparison) {}

  public record StepView(
      String symbol, LocalName meaning, @Nullable String expression, double value, String unit) {

    static StepView of(Step step) {
      return new StepView(
          step.symbol(),
          step.meaning(),
          step.expression(),
          step.quantity().value(),
          step.quantity().unit());
    }
  }

  /** Null where there is no verdict to be explained. */
  static @Nullable BasisView of(Outcome outcome) {
    if (outcome instanceof Outcome.Met met) {
      return of(met.basis());
    }
    return outcome instanceof Outcome.NotMet notMet ? of(notMet.basis()) : null;
  }

  private static BasisView of(Basis basis) {
    Quantity limit = basis.limit();
    return new BasisView(
        basis.formula(),
        basis.inputs().stream().map(StepView::of).toList(),
        basis.steps().stream().map(StepView::of).toList(),
        basis.found(),
        new LimitView(limit.value(), limit.unit(), basis.comparison()),
        basis.rounding(),
        basis.from(),
        basis.until(),
        basis.readings());
  }
}
