package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Comparison;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;

/**
 * An item of a checklist (检查项): an expert reads a value from an instrument, a record or a tape
 * measure, or answers yes or no, and the answer is held against the limit as it stands. Yes counts
 * as 1, no as 0.
 */
final class ManualItem {
  private static final String YES_SAID = "met.yes";
  private static final String NO_SAID = "not-met.no";

  /** The lower end of a range, and permitted uncertainties by factor. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "at-least",
          QualityLevelMeasures.UNCERTAINTY + "a21005",
          QualityLevelMeasures.UNCERTAINTY + "a21026",
          QualityLevelMeasures.UNCERTAINTY + "a21002",
          QualityLevelMeasures.UNCERTAINTY + "a34013",
          QualityLevelMeasures.UNCERTAINTY + "a24088",
          QualityLevelMeasures.UNCERTAINTY + "a21024",
          QualityLevelMeasures.UNCERTAINTY + "a21018");

  /** Ending of what is said when data answered and nobody had to look. */
  private static final String BY_DATA = ".by-data";

  private static final LocalName AS_COMPUTED =
      new LocalName("按计算值比较，不修约", "compared as computed, not rounded");
  private static final LocalName AS_ANSWERED =
      new LocalName("按填写值比较，不修约", "compared as answered, not rounded");

  private ManualItem() {}

  /**
   * @param measures what rules may say after {@code measured-by}
   */
  static CheckForm form(Set<String> measures) {
    return new CheckForm(
        Rule.MANUAL,
        Set.of(),
        OPTIONAL,
        Set.of(
            "met",
            "not-met",
            YES_SAID,
            NO_SAID,
            "met" + BY_DATA,
            "not-met" + BY_DATA,
            YES_SAID + BY_DATA,
            NO_SAID + BY_DATA,
            "cannot-tell.not-answered",
            "cannot-tell.other-unit",
            "not-applicable.no-limit-in-force"),
        Set.of("found", "limit", "sign", "readings", "at"),
        measures);
  }

  /** The same for an answer that comes from data, by the limit of the span's last day. */
  static Judgement judge(Rule rule, Measured measured, Material material) {
    LocalDate day = BeijingTime.dateOf(material.until().minusSeconds(1));
    Judgement answered = judge(rule, measured.found(), day);
    Basis basis = answered.outcome().basis();
    if (basis == null) {
      return answered;
    }
    Basis shown = withWorking(basis, measured, material);
    Outcome outcome = shown.isKept() ? new Outcome.Met(shown) : new Outcome.NotMet(shown);
    return new Judgement(outcome, answered.saying() + BY_DATA, measured.at());
  }

  private static Basis withWorking(Basis basis, Measured measured, Material material) {
    List<Step> inputs = new ArrayList<>(measured.inputs());
    inputs.add(input("L", "要求", "what is wanted", basis.limit()));
    return new Basis(
        measured.formula() + ", x " + basis.comparison() + " L",
        inputs,
        measured.steps(),
        basis.found(),
        basis.limit(),
        basis.comparison(),
        AS_COMPUTED,
        material.from(),
        material.until(),
        measured.readings());
  }

  /**
   * @param answer in the unit of the limit, or of its alternative; 1 or 0 in unit {@code yes/no};
   *     null if nobody answered
   * @param day day of the answer
   */
  static Judgement judge(Rule rule, @Nullable Quantity answer, LocalDate day) {
    if (answer == null) {
      return Judgement.cannotTell(Reason.NOT_ANSWERED);
    }
    return rule.limitOn(day)
        .map(limit -> judge(rule, answer, limit, day))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private static Judgement said(Judgement yesOrNo) {
    String saying = yesOrNo.saying().equals("met") ? YES_SAID : NO_SAID;
    return new Judgement(yesOrNo.outcome(), saying, yesOrNo.at());
  }

  private static Judgement judge(Rule rule, Quantity answer, Limit limit, LocalDate day) {
    Comparison comparison = Objects.requireNonNull(rule.comparison());
    Quantity alternative = limit.alternative();
    if (answer.unit().equals(limit.quantity().unit())) {
      Judgement judgement = judgeRange(rule, answer, limit.quantity(), comparison, day);
      return answer.unit().equals(Rule.YES_OR_NO) ? said(judgement) : judgement;
    }
    return alternative != null && answer.unit().equals(alternative.unit())
        ? judge(answer, alternative, comparison, day)
        : Judgement.cannotTell(Reason.OTHER_UNIT);
  }

  /** A range is held against the end that the answer is nearer to failing. */
  private static Judgement judgeRange(
      Rule rule, Quantity answer, Quantity limit, Comparison comparison, LocalDate day) {
    Double least = rule.parameters().get("at-least");
    return least != null && answer.value() < least
        ? judge(answer, new Quantity(least, limit.unit()), Comparison.AT_LEAST, day)
        : judge(answer, limit, comparison, day);
  }

  private static Judgement judge(
      Quantity answer, Quantity limit, Comparison comparison, LocalDate day) {
    Basis basis =
        new Basis(
            "x %s L".formatted(comparison.sign()),
            List.of(
                input("x", "现场读数或回答（是 = 1，否 = 0）", "answer (yes = 1, no = 0)", answer),
                input("L", "要求", "what is wanted", limit)),
            List.of(),
            answer,
            limit,
            comparison.sign(),
            AS_ANSWERED,
            null,
            null,
            1);
    return Judgement.of(basis, BeijingTime.startOf(day));
  }
}
