package org.tijian.inspection.followup;

import java.util.List;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Checkup;

/**
 * What else happens when the enterprise completes its follow-up. Runs in the transaction of that
 * act, within the director's session.
 */
public interface FollowUpCompleted {

  /**
   * @param states of the items, without the items
   */
  void completed(Checkup checkup, Account director, List<ItemState> states);
}
