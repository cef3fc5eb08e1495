package org.tijian.analytics.check;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Details;
import org.tijian.analytics.finding.Kind;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.finding.Severity;
import org.tijian.analytics.finding.Stretch;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Limit;

/**
 * What a check came to.
 *
 * @param saying key of the rule's sentence
 * @param at the moment the sentence speaks of, or null
 * @param details when, why perhaps, how much it asks for and what it depends on
 */
record Judgement(Outcome outcome, String saying, @Nullable Instant at, Details details) {

  static final String OUT_OF_CONTROL = "not-met.out-of-control";

  /** A plain verdict. */
  Judgement(Outcome outcome, String saying, @Nullable Instant at) {
    this(outcome, saying, at, Details.PLAIN);
  }

  /** Met or not, as the comparison of the basis says. */
  static Judgement of(Basis basis, @Nullable Instant at) {
    return basis.isKept()
        ? new Judgement(new Outcome.Met(basis), "met", at)
        : new Judgement(new Outcome.NotMet(basis), "not-met", at);
  }

  /** The same, with a sentence of its own beyond the out-of-control limit. */
  static Judgement of(Basis basis, Limit limit, Instant at) {
    Quantity beyond = limit.outOfControl();
    return beyond != null && basis.found().value() > beyond.value()
        ? new Judgement(new Outcome.NotMet(basis), OUT_OF_CONTROL, at)
        : of(basis, at);
  }

  static Judgement cannotTell(Reason reason) {
    return new Judgement(new Outcome.CannotTell(reason), saying("cannot-tell", reason), null);
  }

  static Judgement notApplicable(Reason reason) {
    return new Judgement(new Outcome.NotApplicable(reason), saying("not-applicable", reason), null);
  }

  /** The same, with the stretches of time it speaks of. */
  Judgement during(List<Stretch> stretches) {
    return with(
        new Details(
            details.kind(), stretches, details.causes(), details.asked(), details.dependsOn()));
  }

  /** The same as a suspected problem (疑似问题), with what may be behind it, innocent causes first. */
  Judgement suspected(List<LocalName> causes) {
    return with(
        new Details(
            Kind.SUSPECTED, details.stretches(), causes, details.asked(), details.dependsOn()));
  }

  /** The same as a figure worth knowing. */
  Judgement asInformation() {
    return with(
        new Details(
            Kind.INFORMATION,
            details.stretches(),
            details.causes(),
            Severity.INFORMATION,
            details.dependsOn()));
  }

  /** The same, asking for less than its clause does. */
  Judgement asking(Severity severity) {
    return with(
        new Details(
            details.kind(), details.stretches(), details.causes(), severity, details.dependsOn()));
  }

  /**
   * The same, meaning nothing while one of these is not met.
   *
   * @param inputs a check and the factor it judges, for example {@code constant-value:a19001}, or a
   *     check of the outlet alone
   */
  Judgement dependingOn(List<String> inputs) {
    return with(
        new Details(
            details.kind(), details.stretches(), details.causes(), details.asked(), inputs));
  }

  private Judgement with(Details other) {
    return new Judgement(outcome, saying, at, other);
  }

  static String saying(String word, Reason reason) {
    return word + "." + reason.word();
  }
}
