package org.tijian.inspection.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tijian.inspection.account.Account;

/** Who may not be sent to whom, whoever arranges it. Runs in the transaction of the booking. */
public interface TeamRule {

  /**
   * @throws org.tijian.inspection.web.RefusedRequest with the sentence that says which rule stands
   *     in the way
   */
  void check(Checkup checkup, List<Account> team, Instant startsAt);

  /**
   * Of check-ups that are to be made in one visit: whether the team can do what all of them ask.
   *
   * @throws org.tijian.inspection.web.RefusedRequest with the topics that nobody of it can do
   */
  void checkJoined(List<Checkup> visit, List<Account> team);

  /** From now on the enterprise of the check-up is not sent this expert. */
  void refuse(Checkup checkup, UUID expertId, Account director, Instant at);
}
