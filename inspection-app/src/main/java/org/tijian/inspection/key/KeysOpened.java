package org.tijian.inspection.key;

import org.tijian.inspection.account.Account;

/** Does what had to wait for a person's key: runs at the sign-in, after the ring is in place. */
public interface KeysOpened {
  void opened(Account account, KeyRing ring);
}
