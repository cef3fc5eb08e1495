package org.tijian.analytics.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.PairedComparison;
import org.tijian.analytics.statistic.Rounding;

/**
 * Accuracy of a monitor (准确度) by its newest comparison with the reference method. A rule speaks of
 * one tier; the tier is chosen by the unrounded mean of the reference values, never of the
 * monitor's.
 */
final class AccuracyCheck implements Check.OfInstrument {
  private static final String PAIRS = "pairs";
  private static final String DECIMALS = "decimals";

  private final AccuracyMeasure measure;
  private final Factors factors;
  private final CheckForm form;

  /**
   * @param factors tells the unit of a factor, in which tiers and absolute limits are written
   */
  AccuracyCheck(AccuracyMeasure measure, Factors factors) {
    this.measure = measure;
    this.factors = factors;
    this.form =
        new CheckForm(
            measure.checkName(),
            Set.of(DECIMALS, PAIRS),
            Tier.PARAMETERS,
            Set.of(
                "met",
                "not-met",
                "cannot-tell.no-accuracy-test",
                "cannot-tell.too-few-pairs",
                "cannot-tell.other-unit",
                "not-applicable.other-tier",
                "not-applicable.no-limit-in-force"),
            Set.of("found", "limit", "readings", "at"));
  }

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public String question(Rule rule) {
    return "accuracy";
  }

  @Override
  public Judgement judgeInstrument(Rule rule, Instrument instrument, Material material) {
    Optional<AccuracyTest> newest = material.accuracyTest(instrument.factor());
    return newest
        .map(test -> judge(rule, test))
        .orElseGet(() -> Judgement.cannotTell(Reason.NO_ACCURACY_TEST));
  }

  private Judgement judge(Rule rule, AccuracyTest test) {
    if (!isInUnitOf(rule, test)) {
      return Judgement.cannotTell(Reason.OTHER_UNIT);
    }
    if (test.pairs().size() < 2) {
      return Judgement.cannotTell(Reason.TOO_FEW_PAIRS);
    }
    PairedComparison comparison = compare(test);
    if (!Tier.of(rule).holds(comparison.meanReference())) {
      return Judgement.notApplicable(Reason.OTHER_TIER);
    }
    if (comparison.n() < rule.parameter(PAIRS)) {
      return Judgement.cannotTell(Reason.TOO_FEW_PAIRS);
    }
    return rule.limitOn(test.testedOn())
        .map(limit -> judge(rule, limit, test, comparison))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  /** A relative measure without tiers is free of units; nothing is ever converted unseen. */
  private boolean isInUnitOf(Rule rule, AccuracyTest test) {
    boolean isFree = measure != AccuracyMeasure.ABSOLUTE_ERROR && Tier.of(rule).isUnbounded();
    String unit = factors.of(test.factor()).unit();
    return isFree || test.unit().replace('³', '3').equals(unit);
  }

  private static PairedComparison compare(AccuracyTest test) {
    List<Pair> pairs = test.pairs();
    return PairedComparison.of(
        pairs.stream().map(pair -> BigDecimal.valueOf(pair.reference())).toList(),
        pairs.stream().map(pair -> BigDecimal.valueOf(pair.monitor())).toList());
  }

  private Judgement judge(Rule rule, Limit limit, AccuracyTest test, PairedComparison comparison) {
    int decimals = rule.parameter(DECIMALS).intValue();
    double found = measure.value(comparison).abs().doubleValue();
    Basis basis =
        new Basis(
            measure.formula(),
            AccuracyWorking.inputs(test),
            AccuracyWorking.steps(measure, comparison, test.unit()),
            new Quantity(Rounding.round(found, decimals), limit.quantity().unit()),
            limit.quantity(),
            "<=",
            Steps.rounding(decimals),
            null,
            null,
            comparison.n());
    return Judgement.of(basis, BeijingTime.startOf(test.testedOn()));
  }
}
