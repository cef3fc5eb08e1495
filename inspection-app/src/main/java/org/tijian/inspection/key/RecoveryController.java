package org.tijian.inspection.key;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.OpenSessions;
import org.tijian.inspection.account.Passwords;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/**
 * The forgotten password: whoever has the recovery code sets a new one. Nobody else can: without
 * password and code there is no way to the private key, for the platform neither.
 */
@RestController
class RecoveryController {
  private final Accounts accounts;
  private final PersonKeys keys;
  private final Passwords passwords;
  private final OpenSessions sessions;
  private final VaultDatabase vault;

  RecoveryController(
      Accounts accounts,
      PersonKeys keys,
      Passwords passwords,
      OpenSessions sessions,
      VaultDatabase vault) {
    this.accounts = accounts;
    this.keys = keys;
    this.passwords = passwords;
    this.sessions = sessions;
    this.vault = vault;
  }

  /** Answers with the next code: the one that was used is worth nothing any more. */
  @PostMapping("/api/recovery")
  KeyController.CodeView recover(
      @RequestBody @Valid RecoveryRequest asked, HttpServletRequest request) {
    Passwords.requireGood("password", asked.password(), asked.username());
    String address = request.getRemoteAddr();
    passwords.takeAttempt(asked.username(), address);
    KeyRing ring = ring(asked).orElseThrow(RecoveryController::wrong);
    try {
      String code = Objects.requireNonNull(vault.transaction().execute(tx -> renewed(ring, asked)));
      passwords.giveAttemptBack(asked.username(), address);
      sessions.endAllBut(null, ring.accountId());
      return new KeyController.CodeView(code);
    } finally {
      ring.close();
    }
  }

  private Optional<KeyRing> ring(RecoveryRequest asked) {
    Optional<Account> account = accounts.byUsername(asked.username());
    return account.flatMap(a -> keys.recover(a.id(), asked.code()));
  }

  private String renewed(KeyRing ring, RecoveryRequest asked) {
    passwords.set(ring.accountId(), asked.password());
    keys.setPassword(ring, asked.password());
    return keys.newRecoveryCode(ring);
  }

  private static RefusedRequest wrong() {
    return new RefusedRequest(
        400,
        "wrong-code",
        new LocalName("用户名或恢复码不正确。", "The user name or the recovery code is not right."));
  }

  record RecoveryRequest(
      @NotBlank @Size(max = 64) String username,
      @NotEmpty @Size(max = 64) String code,
      @NotEmpty String password) {

    /** Neither code nor password. */
    @Override
    public String toString() {
      return "RecoveryRequest[%s]".formatted(username);
    }
  }
}
