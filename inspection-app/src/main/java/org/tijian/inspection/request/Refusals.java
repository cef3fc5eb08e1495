package org.tijian.inspection.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Writes down who asked for a check-up that is not theirs, before they are told so. The request
 * package cannot write the access record itself: it knows nothing of the vault.
 */
public interface Refusals {

  /**
   * Committed when this returns, so it is not to be called in a transaction that the refusal rolls
   * back.
   *
   * @param checkup null if there is none with that id
   * @return the one answer for both
   */
  RefusedRequest refuse(Account account, UUID asked, @Nullable Checkup checkup);
}
