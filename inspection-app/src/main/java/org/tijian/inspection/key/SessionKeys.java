package org.tijian.inspection.key;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.PasswordFollower;

/** Makes a person's key pair with the account, and opens it into the session at the sign-in. */
@Component
class SessionKeys implements PasswordFollower {
  private static final Logger LOG = LoggerFactory.getLogger(SessionKeys.class);

  private final PersonKeys keys;
  private final ObjectProvider<KeysOpened> waiting;

  SessionKeys(PersonKeys keys, ObjectProvider<KeysOpened> waiting) {
    this.keys = keys;
    this.waiting = waiting;
  }

  @Override
  public void made(Account account, String password) {
    if (PersonKeys.has(account.role())) {
      keys.make(account.id(), password);
    }
  }

  @Override
  public void signedIn(Account account, String password, HttpSession session) {
    if (!PersonKeys.has(account.role())) {
      return;
    }
    KeyRing ring = keys.open(account.id(), password);
    ring.holdIn(session);
    List.copyOf(waiting.stream().toList()).forEach(each -> opened(each, account, ring));
  }

  /** What waited may wait longer: it is no reason to keep a person out. */
  private static void opened(KeysOpened each, Account account, KeyRing ring) {
    try {
      each.opened(account, ring);
    } catch (RuntimeException e) {
      LOG.warn("a visit's key still waits for its holder: {}", e.getClass().getSimpleName());
    }
  }
}
