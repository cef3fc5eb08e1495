package org.tijian.inspection.account;

import jakarta.servlet.http.HttpSession;

/** Does what can only be done at the moments when a person's password is there. */
public interface PasswordFollower {

  /** An account is made; in the transaction that makes it. */
  void made(Account account, String password);

  /** The password was the right one, and the session is the person's from now on. */
  void signedIn(Account account, String password, HttpSession session);
}
