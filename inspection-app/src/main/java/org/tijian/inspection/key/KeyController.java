package org.tijian.inspection.key;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.OpenSessions;
import org.tijian.inspection.account.Passwords;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/** A signed-in person's own key: recovery code and change of password. */
@RestController
@RequestMapping("/api/session")
class KeyController {
  private final PersonKeys keys;
  private final KeyRings rings;
  private final Passwords passwords;
  private final OpenSessions sessions;
  private final VaultDatabase vault;

  KeyController(
      PersonKeys keys,
      KeyRings rings,
      Passwords passwords,
      OpenSessions sessions,
      VaultDatabase vault) {
    this.keys = keys;
    this.rings = rings;
    this.passwords = passwords;
    this.sessions = sessions;
    this.vault = vault;
  }

  @GetMapping("/key")
  KeyView key(@AuthenticationPrincipal Account account) {
    return new KeyView(PersonKeys.has(account.role()), keys.recoveryKept(account));
  }

  /**
   * A new recovery code, told this once. Whoever has one already shows the password again: a stolen
   * session alone must not be enough to make a lasting way in.
   */
  @PostMapping("/recovery-code")
  CodeView newCode(
      @AuthenticationPrincipal Account account,
      @RequestBody CodeRequest asked,
      HttpServletRequest request) {
    KeyRing ring = ring(account);
    if (keys.recoveryKept(account)) {
      passwords.confirm(
          account, Objects.requireNonNullElse(asked.password(), ""), request.getRemoteAddr());
    }
    return new CodeView(keys.newRecoveryCode(ring));
  }

  /** The person says that the code is written down. */
  @PostMapping("/recovery-code/kept")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void kept(@AuthenticationPrincipal Account account) {
    keys.keepRecovery(account);
  }

  /** All other sessions of the account end. */
  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(
      @AuthenticationPrincipal Account account,
      @RequestBody @Valid PasswordRequest asked,
      HttpServletRequest request) {
    Passwords.requireGood("next", asked.next(), account.username());
    passwords.confirm(account, asked.current(), request.getRemoteAddr());
    // Without its ring the key would stay under the old password, and be lost.
    Optional<KeyRing> ring =
        PersonKeys.has(account.role()) ? Optional.of(rings.required()) : Optional.empty();
    vault
        .transaction()
        .executeWithoutResult(
            transaction -> {
              passwords.set(account.id(), asked.next());
              ring.ifPresent(opened -> keys.setPassword(opened, asked.next()));
            });
    sessions.endAllBut(request.getSession(false), account.id());
  }

  private KeyRing ring(Account account) {
    if (!PersonKeys.has(account.role())) {
      throw RefusedRequest.noAccess();
    }
    return rings.required();
  }

  /**
   * @param sealed whether the person has a key at all
   * @param recoveryKept false: the page asks to write a code down
   */
  record KeyView(boolean sealed, boolean recoveryKept) {}

  record CodeView(String code) {}

  record CodeRequest(@Nullable String password) {}

  record PasswordRequest(
      @NotEmpty @Size(max = Passwords.LONGEST) String current, @NotEmpty String next) {}
}
