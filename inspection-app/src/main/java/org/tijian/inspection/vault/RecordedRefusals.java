package org.tijian.inspection.vault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.Refusals;
import org.tijian.inspection.web.RefusedRequest;

/** Refusals become entries of the visit's chain; ids that do not exist, of the platform's own. */
@Component
class RecordedRefusals implements Refusals {
  private final AccessRecord record;

  RecordedRefusals(AccessRecord record) {
    this.record = record;
  }

  @Override
  public RefusedRequest refuse(Account account, UUID asked, @Nullable Checkup checkup) {
    if (checkup == null) {
      record.addUnknown(asked, account);
    } else {
      record.addRefused(checkup, account);
    }
    return RefusedRequest.noAccess();
  }
}
