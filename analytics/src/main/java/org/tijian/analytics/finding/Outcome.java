package org.tijian.analytics.finding;

import org.jspecify.annotations.Nullable;

/** What a check can say about a rule. "Cannot tell" is an answer, never a guess. */
public sealed interface Outcome {

  /** {@code met}, {@code not-met}, {@code cannot-tell} or {@code not-applicable}. */
  String word();

  /** The numbers it rests on; null where no verdict was reached. */
  default @Nullable Basis basis() {
    return null;
  }

  record Met(Basis basis) implements Outcome {
    @Override
    public String word() {
      return "met";
    }
  }

  record NotMet(Basis basis) implements Outcome {
    @Override
    public String word() {
      return "not-met";
    }
  }

  record CannotTell(Reason reason) implements Outcome {
    @Override
    public String word() {
      return "cannot-tell";
    }
  }

  record NotApplicable(Reason reason) implements Outcome {
    @Override
    public String word() {
      return "not-applicable";
    }
  }
}
