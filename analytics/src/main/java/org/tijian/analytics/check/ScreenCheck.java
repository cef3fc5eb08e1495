package org.tijian.analytics.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rounding;

/**
 * A plausibility screen (数据合理性筛查): one figure of an outlet's hours is held against a threshold at
 * which a look is worth while. What it points at is a suspected problem (疑似问题) with its possible
 * causes, never more. Only hours in which the source ran are looked at.
 */
final class ScreenCheck implements Check {
  static final String VALID_MINUTES = "valid-minutes";
  private static final String DECIMALS = "decimals";

  private final CheckForm form;
  private final String comparison;
  private final boolean ofInstrument;
  private final Look eye;

  /** Takes the figure. */
  @FunctionalInterface
  interface Look {
    Seen look(ScreenView view);
  }

  private ScreenCheck(CheckForm form, String comparison, boolean ofInstrument, Look eye) {
    this.form = form;
    this.comparison = comparison;
    this.ofInstrument = ofInstrument;
    this.eye = eye;
  }

  /**
   * @param comparison how the figure stands to the threshold while nothing is conspicuous
   * @param symbols symbols of the working that sentences may use
   * @param parameters what a rule gives beyond the threshold, parted by spaces
   */
  static ScreenCheck ofInstrument(
      String name,
      String comparison,
      String parameters,
      Set<String> symbols,
      Set<Reason> reasons,
      Look eye) {
    return new ScreenCheck(form(name, parameters, symbols, reasons), comparison, true, eye);
  }

  /** The same of the outlet as a whole. */
  static ScreenCheck ofOutlet(
      String name,
      String comparison,
      String parameters,
      Set<String> symbols,
      Set<Reason> reasons,
      Look eye) {
    return new ScreenCheck(form(name, parameters, symbols, reasons), comparison, false, eye);
  }

  private static CheckForm form(
      String name, String parameters, Set<String> symbols, Set<Reason> reasons) {
    Set<String> outcomes = new HashSet<>(Set.of("met", "not-met"));
    Stream.concat(reasons.stream(), Stream.of(Reason.NO_READINGS, Reason.TOO_FEW_READINGS))
        .forEach(reason -> outcomes.add(Judgement.saying("cannot-tell", reason)));
    outcomes.add(Judgement.saying("not-applicable", Reason.NO_LIMIT_IN_FORCE));
    Set<String> required = new HashSet<>(Set.of(VALID_MINUTES, DECIMALS));
    Arrays.stream(parameters.split(" ")).filter(p -> !p.isEmpty()).forEach(required::add);
    Set<String> placeholders = new HashSet<>(Set.of("found", "limit", "readings", "at"));
    placeholders.addAll(symbols);
    return new CheckForm(name, required, Set.of(), outcomes, placeholders);
  }

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public Judgement judge(Rule rule, @Nullable Instrument instrument, Material material) {
    if (ofInstrument && instrument == null) {
      return Judgement.cannotTell(Reason.NO_READINGS);
    }
    return rule.limitOn(BeijingTime.dateOf(material.until().minusSeconds(1)))
        .map(limit -> judge(rule, limit, new ScreenView(rule, limit, instrument, material)))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private Judgement judge(Rule rule, Limit limit, ScreenView view) {
    Seen seen = eye.look(view);
    Reason unknown = seen.unknown();
    if (unknown != null) {
      return Judgement.cannotTell(unknown).suspected(List.of());
    }
    int decimals = rule.parameter(DECIMALS).intValue();
    Basis basis =
        new Basis(
            seen.formula(),
            seen.inputs(),
            seen.steps(),
            new Quantity(Rounding.round(seen.found(), decimals), limit.quantity().unit()),
            limit.quantity(),
            comparison,
            Steps.rounding(decimals),
            view.material().from(),
            view.material().until(),
            seen.readings());
    Judgement judgement = Judgement.of(basis, seen.moment()).during(seen.stretches());
    return judgement.suspected(
        judgement.outcome() instanceof Outcome.NotMet ? rule.causes() : List.of());
  }
}
