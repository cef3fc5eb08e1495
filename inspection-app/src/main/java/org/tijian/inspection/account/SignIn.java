package org.tijian.inspection.account;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.web.RefusedRequest;

/** Recognises people by username and password. */
@Component
class SignIn {
  private final JdbcAccounts accounts;
  private final PasswordEncoder passwords;
  private final SignInAttempts attempts;
  private final String nobodysHash;

  SignIn(JdbcAccounts accounts, PasswordEncoder passwords, SignInAttempts attempts) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
    this.nobodysHash = Objects.requireNonNull(passwords.encode(UUID.randomUUID().toString()));
  }

  /**
   * @param address where the request came from
   * @throws RefusedRequest if the pair is wrong, which takes as long for an unknown username as for
   *     a wrong password, or if there were too many failures
   */
  Account recognise(String username, String password, String address) {
    attempts.take(username, address);
    Optional<JdbcAccounts.Known> known = accounts.known(username);
    boolean matches =
        passwords.matches(
            password, known.map(JdbcAccounts.Known::passwordHash).orElse(nobodysHash));
    if (!matches || known.isEmpty() || known.get().ended()) {
      throw new RefusedRequest(
          401,
          "wrong-sign-in",
          new LocalName("用户名或密码不正确。", "The username or the password is not right."));
    }
    attempts.giveBack(username, address);
    return known.get().account();
  }
}
