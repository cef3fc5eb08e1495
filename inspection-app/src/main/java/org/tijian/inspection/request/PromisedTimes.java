package org.tijian.inspection.request;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Times that the rules promise beyond the way of a check-up. */
@Component
public class PromisedTimes {
  private final Policy policy;

  PromisedTimes(Policy policy) {
    this.policy = policy;
  }

  /** When the gatekeepers have to answer a complaint. */
  public Instant complaintAnsweredBy(Instant at) {
    return new WorkingDays(policy).end(at, policy.complaintWithinWorkingDays());
  }
}
