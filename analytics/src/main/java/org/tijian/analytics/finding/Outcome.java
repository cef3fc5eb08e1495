package org.tijian.analytics.finding;

/** What a check can say about a rule. "Cannot tell" is an answer, never a guess. */
public sealed interface Outcome {

  /** {@code met}, {@code not-met}, {@code cannot-tell} or {@code not-applicable}. */
  String word();

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
