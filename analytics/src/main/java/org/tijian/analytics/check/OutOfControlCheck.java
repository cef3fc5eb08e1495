package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.OutOfControl;
import org.tijian.analytics.finding.OutOfControl.Convention;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.finding.Stretch;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;

/**
 * Hours that out-of-control spans cost (失控时段), by the convention that is set, and by the other one
 * beside it; and, for information, what the hours would be filled with (修约替代).
 */
final class OutOfControlCheck implements Check.OfInstrument {
  private static final String ZERO = "zero-beyond";
  private static final String SPAN = "span-beyond";

  private final CheckForm form =
      new CheckForm(
          "out-of-control-hours",
          Set.of(ZERO, SPAN),
          Set.of(),
          Set.of(
              "met",
              "not-met",
              "cannot-tell.calibration-not-flagged",
              "not-applicable.no-limit-in-force"),
          Set.of("found", "limit", "readings", "at", "H_d", "H_p"));

  @Override
  public CheckForm form() {
    return form;
  }

  @Override
  public Judgement judgeInstrument(Rule rule, Instrument instrument, Material material) {
    if (material.driftPoints(instrument).isEmpty()) {
      return Judgement.cannotTell(Reason.CALIBRATION_NOT_FLAGGED);
    }
    return rule.limitOn(BeijingTime.dateOf(material.until().minusSeconds(1)))
        .map(limit -> judge(rule, limit, instrument, material))
        .orElseGet(() -> Judgement.notApplicable(Reason.NO_LIMIT_IN_FORCE));
  }

  private static Judgement judge(Rule rule, Limit limit, Instrument instrument, Material material) {
    Convention set = material.convention();
    List<OutOfControl> spans = spans(rule, instrument, material, set);
    Set<Instant> hours = OutOfControlSpans.hours(spans, instrument, material);
    Basis basis =
        new Basis(
            set == Convention.FROM_DETECTION ? "H = H_d" : "H = H_p",
            inputs(rule, spans),
            steps(rule, instrument, material, hours),
            new Quantity(hours.size(), limit.quantity().unit()),
            limit.quantity(),
            "<=",
            Steps.rounding(0),
            material.from(),
            material.until(),
            spans.size());
    @Nullable Instant first = spans.isEmpty() ? null : spans.get(0).detectedAt();
    return Judgement.of(basis, first).during(Stretch.ofHours(hours)).asInformation();
  }

  private static List<OutOfControl> spans(
      Rule rule, Instrument instrument, Material material, Convention convention) {
    return OutOfControlSpans.of(
        instrument, material, convention, rule.parameter(ZERO), rule.parameter(SPAN));
  }

  private static List<Step> inputs(Rule rule, List<OutOfControl> spans) {
    return List.of(
        input(
            "Z_b",
            "零点漂移失控判别限",
            "zero drift beyond which it is out of control",
            rule.parameter(ZERO),
            "%FS"),
        input(
            "S_b",
            "量程漂移失控判别限",
            "span drift beyond which it is out of control",
            rule.parameter(SPAN),
            "%FS"),
        input("N", "失控时段数", "out-of-control spans", spans.size(), "1"));
  }

  private static List<Step> steps(
      Rule rule, Instrument instrument, Material material, Set<Instant> hours) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        hours(
            "H_d",
            "自发现起算影响的有效小时",
            "valid hours, counted from detection",
            rule,
            instrument,
            material,
            Convention.FROM_DETECTION));
    steps.add(
        hours(
            "H_p",
            "追溯至上次合格检查影响的有效小时",
            "valid hours, counted back to the last check that passed",
            rule,
            instrument,
            material,
            Convention.LAST_PASS));
    if (!hours.isEmpty()) {
      steps.addAll(Substitution.of(instrument, material, hours));
    }
    return steps;
  }

  private static Step hours(
      String symbol,
      String zh,
      String en,
      Rule rule,
      Instrument instrument,
      Material material,
      Convention convention) {
    List<OutOfControl> spans = spans(rule, instrument, material, convention);
    int hours = OutOfControlSpans.hours(spans, instrument, material).size();
    StringBuilder text = new StringBuilder();
    for (OutOfControl span : spans) {
      text.append(text.isEmpty() ? "" : "; ")
          .append(Sentences.minute(span.from()))
          .append(" - ")
          .append(Sentences.minute(span.until()));
    }
    return step(symbol, zh, en, text.isEmpty() ? "0" : text.toString(), hours, "h");
  }
}
