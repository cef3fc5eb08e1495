package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Reason;
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
  private static final LocalName AS_ANSWERED =
      new LocalName("按填写值比较，不修约", "compared as answered, not rounded");

  private ManualItem() {}

  static CheckForm form() {
    return new CheckForm(
        Rule.MANUAL,
        Set.of(),
        Set.of("at-least"),
        Set.of(
            "met",
            "not-met",
            YES_SAID,
            NO_SAID,
            "cannot-tell.not-answered",
            "cannot-tell.other-unit",
            "not-applicable.no-limit-in-force"),
        Set.of("found", "limit", "sign"));
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
