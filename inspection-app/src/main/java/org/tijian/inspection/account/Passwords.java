package org.tijian.inspection.account;

import java.util.Locale;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/** Asks for a password again, and sets a new one. */
@Component
public class Passwords {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 256;

  private static final String SET = "update account set password_hash = :hash where id = :id";

  private final SignIn signIn;
  private final SignInAttempts attempts;
  private final PasswordEncoder encoder;
  private final VaultDatabase vault;

  Passwords(SignIn signIn, SignInAttempts attempts, PasswordEncoder encoder, VaultDatabase vault) {
    this.signIn = signIn;
    this.attempts = attempts;
    this.encoder = encoder;
    this.vault = vault;
  }

  /**
   * @throws RefusedRequest if it is not the account's password, or after too many failures
   */
  public void confirm(Account account, String password, String address) {
    try {
      signIn.recognise(account.username(), password, address);
    } catch (RefusedRequest refused) {
      throw refused.problem().status() == 401 ? wrong() : refused;
    }
  }

  /**
   * Counts an attempt to come in without the password.
   *
   * @throws RefusedRequest 429 after too many
   */
  public void takeAttempt(String username, String address) {
    attempts.take(username, address);
  }

  public void giveAttemptBack(String username, String address) {
    attempts.giveBack(username, address);
  }

  /** Not 401: the session is as good as before. */
  private static RefusedRequest wrong() {
    return new RefusedRequest(
        400,
        "wrong-password",
        new LocalName("当前密码不正确。", "This is not the present password."),
        "current");
  }

  /** Stores the new password's hash; joins the caller's transaction. */
  public void set(UUID accountId, String password) {
    vault.jdbc().sql(SET).param("hash", encoder.encode(password)).param("id", accountId).update();
  }

  /**
   * @throws RefusedRequest 400 if the password is too short, too long, or the user name
   */
  public static void requireGood(String field, String password, String username) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw RefusedRequest.invalid(
          field,
          new LocalName(
              "新密码应为 %d 至 %d 个字符。".formatted(SHORTEST, LONGEST),
              "A password has %d to %d characters.".formatted(SHORTEST, LONGEST)));
    }
    if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
      throw RefusedRequest.invalid(
          field, new LocalName("密码中不要包含用户名。", "The password must not contain the user name."));
    }
  }
}
