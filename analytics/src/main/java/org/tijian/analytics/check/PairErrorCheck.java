package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.shown;
import static org.tijian.analytics.check.Steps.step;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rounding;

/**
 * Comparison of a water analyser with the laboratory, pair by pair (实际水样比对). Each pair is in the
 * tier of its own laboratory value; of three pairs two have to be within the limit, of four three,
 * of five or more four. What is held against the limit is the error of the last pair that is
 * needed.
 */
final class PairErrorCheck implements Check.OfInstrument {
  private static final String PAIRS = "pairs";
  private static final String DECIMALS = "decimals";
  private static final double PERCENT = 100;
  private static final int MOST_NEEDED = 4;

  private final boolean relative;
  private final Factors factors;
  private final CheckForm form;

  PairErrorCheck(boolean relative, Factors factors) {
    this.relative = relative;
    this.factors = factors;
    this.form =
        new CheckForm(
            relative ? "pair-relative-error" : "pair-absolute-error",
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
            Set.of("found", "limit", "readings", "at", "k"));
  }

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public String question(Rule rule) {
    return "comparison";
  }

  @Override
  public Judgement judgeInstrument(Rule rule, Instrument instrument, Material material) {
    return material
        .accuracyTest(instrument.factor())
        .map(test -> judge(rule, test))
        .orElseGet(() -> Judgement.cannotTell(Reason.NO_ACCURACY_TEST));
  }

  private Judgement judge(Rule rule, AccuracyTest test) {
    if (!test.unit().equals(factors.of(test.factor()).unit())) {
      return Judgement.cannotTell(Reason.OTHER_UNIT);
    }
    Tier tier = Tier.of(rule);
    List<Pair> pairs =
        test.pairs().stream()
            .filter(pair -> tier.holds(BigDecimal.valueOf(pair.reference())))
            .sorted(Comparator.comparingDouble(this::error))
            .toList();
    if (pairs.isEmpty()) {
      return Judgement.notApplicable(Reason.OTHER_TIER);
    }
    if (pairs.size() < rule.parameter(PAIRS)) {
      return Judgement.cannotTell(Reason.TOO_FEW_PAIRS);
    }
    return rule.limitOn(test.testedOn())
        .map(limit -> judge(rule, limit, test, pairs))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private double error(Pair pair) {
    double difference = Math.abs(pair.monitor() - pair.reference());
    return relative ? difference / pair.reference() * PERCENT : difference;
  }

  private Judgement judge(Rule rule, Limit limit, AccuracyTest test, List<Pair> pairs) {
    int decimals = rule.parameter(DECIMALS).intValue();
    int needed = Math.min(pairs.size() - 1, MOST_NEEDED);
    String unit = limit.quantity().unit();
    double found = error(pairs.get(needed - 1));
    Basis basis =
        new Basis(
            relative ? "e_i = |x_i - B_i| / B_i × 100, e_(k)" : "e_i = |x_i - B_i|, e_(k)",
            inputs(test, pairs, needed),
            steps(pairs, unit),
            new Quantity(Rounding.round(found, decimals), unit),
            limit.quantity(),
            "<=",
            Steps.rounding(decimals),
            null,
            null,
            pairs.size());
    return Judgement.of(basis, BeijingTime.startOf(test.testedOn()));
  }

  private static List<Step> inputs(AccuracyTest test, List<Pair> pairs, int needed) {
    List<Step> inputs = new ArrayList<>();
    inputs.add(input("k", "须合格的数据对数", "pairs that have to be within the limit", needed, "1"));
    for (Pair pair : pairs) {
      int i = inputs.size() / 2 + 1;
      inputs.add(input("B_" + i, "实验室值", "laboratory", pair.reference(), test.unit()));
      inputs.add(input("x_" + i, "仪器值", "analyser", pair.monitor(), test.unit()));
    }
    return inputs;
  }

  private List<Step> steps(List<Pair> pairs, String unit) {
    List<Step> steps = new ArrayList<>();
    for (Pair pair : pairs) {
      String reference = shown(pair.reference());
      String difference = "|%s - %s|".formatted(shown(pair.monitor()), reference);
      String sum = relative ? "%s / %s × 100".formatted(difference, reference) : difference;
      int i = steps.size() + 1;
      steps.add(step("e_" + i, "误差（由小到大）", "error, smallest first", sum, error(pair), unit));
    }
    return steps;
  }
}
