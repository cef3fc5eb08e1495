package org.tijian.inspection.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Passwords;

/**
 * One's own second factor. The password is asked for again: a stolen session alone must neither
 * shut its owner out with a factor of the thief's nor take one away.
 */
@RestController
@RequestMapping("/api/session/second-factor")
class FactorController {
  private final FactorDesk desk;
  private final Passwords passwords;

  FactorController(FactorDesk desk, Passwords passwords) {
    this.desk = desk;
    this.passwords = passwords;
  }

  @GetMapping
  FactorView see(@AuthenticationPrincipal Account account) {
    FactorTable.Factor factor = desk.of(account);
    return factor == null
        ? new FactorView(false, null, 0)
        : new FactorView(true, factor.confirmedAt(), factor.codesLeft());
  }

  @PostMapping
  SecretView begin(
      @AuthenticationPrincipal Account account,
      @RequestBody @Valid Confirmed asked,
      HttpServletRequest request) {
    passwords.confirm(account, asked.password(), request.getRemoteAddr());
    String secret = TimeCodes.base32(desk.begin(account));
    return new SecretView(secret, uri(account, secret));
  }

  @PostMapping("/confirm")
  CodesView confirm(@AuthenticationPrincipal Account account, @RequestBody @Valid FirstCode asked) {
    return new CodesView(desk.confirm(account, asked.code()));
  }

  @PostMapping("/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(
      @AuthenticationPrincipal Account account,
      @RequestBody @Valid Leaving asked,
      HttpServletRequest request) {
    passwords.confirm(account, asked.password(), request.getRemoteAddr());
    desk.end(account, asked.code());
  }

  /** The form that authenticators read from a QR code. */
  private static String uri(Account account, String secret) {
    return "otpauth://totp/Tijian:%s?secret=%s&issuer=Tijian&algorithm=SHA1&digits=%d&period=%d"
        .formatted(
            UriUtils.encode(account.username(), StandardCharsets.UTF_8),
            secret,
            TimeCodes.DIGITS,
            TimeCodes.STEP_SECONDS);
  }

  /**
   * @param since null while it is off
   * @param codesLeft backup codes that were not used
   */
  record FactorView(boolean on, @Nullable Instant since, int codesLeft) {}

  /** Told once. */
  record SecretView(String secret, String uri) {
    @Override
    public String toString() {
      return "SecretView[]";
    }
  }

  /** Told once. */
  record CodesView(List<String> codes) {
    @Override
    public String toString() {
      return "CodesView[]";
    }
  }

  record Confirmed(@NotEmpty @Size(max = Passwords.LONGEST) String password) {
    @Override
    public String toString() {
      return "Confirmed[]";
    }
  }

  record FirstCode(@NotEmpty @Size(max = 32) String code) {}

  record Leaving(
      @NotEmpty @Size(max = Passwords.LONGEST) String password,
      @NotEmpty @Size(max = 32) String code) {
    @Override
    public String toString() {
      return "Leaving[]";
    }
  }
}
