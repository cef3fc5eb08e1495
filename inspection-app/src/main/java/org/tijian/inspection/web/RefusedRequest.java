package org.tijian.inspection.web;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/** A request that is answered with a sentence instead of a result. */
public final class RefusedRequest extends RuntimeException {
  private final Problem problem;

  /**
   * @param status HTTP status, 4xx
   * @param code stable code for programs, for example {@code expert-booked}
   * @param message the sentence for people: what is wrong and what to do
   * @param field name of the input that is wrong, or null
   */
  public RefusedRequest(int status, String code, LocalName message, @Nullable String field) {
    this(new Problem(status, code, message, field, null));
  }

  public RefusedRequest(int status, String code, LocalName message) {
    this(status, code, message, null);
  }

  RefusedRequest(Problem problem) {
    super(problem.message().en());
    this.problem = problem;
  }

  /**
   * The one answer for everything the account may not see, whether it exists or not: a foreign id
   * and an unknown one cannot be told apart.
   */
  public static RefusedRequest noAccess() {
    return new RefusedRequest(Problem.NO_ACCESS);
  }

  /** An input that is missing or out of range. */
  public static RefusedRequest invalid(String field, LocalName message) {
    return new RefusedRequest(400, "invalid", message, field);
  }

  public static RefusedRequest tooMany(LocalName message, long retryAfterSeconds) {
    return new RefusedRequest(
        new Problem(429, "too-many-attempts", message, null, retryAfterSeconds));
  }

  public Problem problem() {
    return problem;
  }
}
