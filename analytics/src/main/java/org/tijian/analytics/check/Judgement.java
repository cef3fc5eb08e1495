package org.tijian.analytics.check;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.standard.Limit;

/**
 * What a check came to.
 *
 * @param saying key of the rule's sentence
 * @param at the moment the sentence speaks of, or null
 */
record Judgement(Outcome outcome, String saying, @Nullable Instant at) {

  static final String OUT_OF_CONTROL = "not-met.out-of-control";

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

  static String saying(String word, Reason reason) {
    return word + "." + reason.word();
  }
}
