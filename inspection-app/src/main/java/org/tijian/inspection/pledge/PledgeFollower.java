package org.tijian.inspection.pledge;

import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Checkup;

/** What else has to happen when an expert signs. Runs in its transaction, and fails it. */
public interface PledgeFollower {
  void signed(Checkup checkup, Account expert, Signed signed);
}
