package org.tijian.inspection.vault;

import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.pledge.PledgeFollower;
import org.tijian.inspection.pledge.Signed;
import org.tijian.inspection.request.Checkup;

/** Which text an expert signed stands in the record that the enterprise can read and check. */
@Component
class PledgeRecord implements PledgeFollower {
  private final AccessRecord record;

  PledgeRecord(AccessRecord record) {
    this.record = record;
  }

  @Override
  public void signed(Checkup checkup, Account expert, Signed signed) {
    record.add(
        checkup.id(),
        expert,
        Access.What.PLEDGE_SIGNED,
        "%s %s %s".formatted(signed.version(), signed.language(), signed.sha256()));
  }
}
