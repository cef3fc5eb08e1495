package org.tijian.inspection.account;

import org.jspecify.annotations.Nullable;
import org.tijian.inspection.web.RefusedRequest;

/** What is asked of an account at sign-in after its password. */
public interface SecondStep {

  /**
   * Takes the code, which is worth nothing afterwards.
   *
   * @param code as it was typed; null if none was
   * @throws RefusedRequest 401 {@code code-needed} or {@code wrong-code}, 429 after too many
   *     failures; nothing if the account has no second factor
   */
  void require(Account account, @Nullable String code);
}
