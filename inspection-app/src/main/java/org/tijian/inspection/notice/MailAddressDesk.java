package org.tijian.inspection.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Takes a person's mail address, and sends nothing there but a code until the code was shown: mail
 * tells who asked for a check-up, so it goes to nobody by a slip of the pen.
 */
@Service
class MailAddressDesk {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CODES = 1_000_000;
  private static final int MOST_TRIES = 5;
  private static final int MOST_CODES_A_DAY = 5;

  private final MailAddresses addresses;
  private final Outbox outbox;
  private final TransactionOperations transaction;
  private final Clock clock;

  MailAddressDesk(MailAddresses addresses, Outbox outbox, VaultDatabase vault, Clock clock) {
    this.addresses = addresses;
    this.outbox = outbox;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  MailAddressView of(Account account) {
    return addresses
        .of(account.id())
        .map(known -> MailAddressView.of(known, outbox.isOpen()))
        .orElse(new MailAddressView(null, null, false, outbox.isOpen()));
  }

  /** Takes a new address and sends its code; an address that was confirmed stays as it is. */
  void set(Account account, @Nullable String given, @Nullable String language) {
    String address = given == null ? "" : given.strip();
    if (!MailAddress.isUsable(address)) {
      throw RefusedRequest.invalid(
          "address",
          new LocalName(
              "请填写一个电子邮箱地址，例如 name@example.org。", "One address such as name@example.org."));
    }
    String words = "en".equals(language) ? "en" : "zh";
    String code = "%06d".formatted(RANDOM.nextInt(CODES));
    transaction.executeWithoutResult(
        status -> {
          checkOften(account);
          addresses.put(account.id(), address, words, sha256(account.id(), code));
          outbox.postCode(account.id(), address, words, code);
        });
  }

  void confirm(Account account, @Nullable String code) {
    MailAddress known =
        addresses
            .of(account.id())
            .filter(address -> address.codeSha256() != null && address.attempts() < MOST_TRIES)
            .orElseThrow(MailAddressDesk::noCode);
    addresses.tried(account.id());
    String shown = sha256(account.id(), code == null ? "" : code.strip());
    if (!addresses.confirm(account.id(), shown, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      int left = MOST_TRIES - known.attempts() - 1;
      throw RefusedRequest.invalid(
          "code",
          new LocalName(
              "验证码不对，还可以试 %d 次。".formatted(left),
              "This is not the code. Tries left: %d.".formatted(left)));
    }
  }

  void remove(Account account) {
    transaction.executeWithoutResult(
        status -> {
          addresses.remove(account.id());
          outbox.drop(account.id());
        });
  }

  private void checkOften(Account account) {
    if (outbox.codesSince(account.id(), clock.instant().minus(Duration.ofDays(1)))
        >= MOST_CODES_A_DAY) {
      throw RefusedRequest.tooMany(
          new LocalName("今天已经发出 5 个验证码，请明天再试。", "Five codes went out today. Try again tomorrow."),
          Duration.ofDays(1).toSeconds());
    }
  }

  private static RefusedRequest noCode() {
    return new RefusedRequest(
        409,
        "no-code",
        new LocalName("没有可用的验证码，请重新填写邮箱。", "There is no open code. Enter the address again."),
        "code");
  }

  private static String sha256(UUID accountId, String code) {
    try {
      byte[] words = "%s|%s".formatted(accountId, code).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * On the wire.
   *
   * @param sends whether this platform sends mail at all
   */
  record MailAddressView(
      @Nullable String address, @Nullable String language, boolean confirmed, boolean sends) {
    static MailAddressView of(MailAddress known, boolean sends) {
      return new MailAddressView(
          known.address(), known.language(), known.confirmedAt() != null, sends);
    }
  }
}
