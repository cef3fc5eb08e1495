package org.tijian.inspection.factor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.AttemptLimit;
import org.tijian.inspection.account.SecondStep;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/** Sets second factors up, asks for their codes, and takes them away again. */
@Service
class FactorDesk implements SecondStep {
  /** Of a million codes three are right at a time: guesses are few, and shared by all sessions. */
  static final int WRONG_CODES = 5;

  private static final Duration REFILL = Duration.ofMinutes(15);

  private final FactorTable factors;
  private final FactorKey key;
  private final VaultDatabase vault;
  private final Clock clock;
  private final AttemptLimit attempts = new AttemptLimit(WRONG_CODES, REFILL);

  FactorDesk(FactorTable factors, FactorKey key, VaultDatabase vault, Clock clock) {
    this.factors = factors;
    this.key = key;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public void require(Account account, @Nullable String code) {
    FactorTable.Factor factor = factors.find(account.id()).orElse(null);
    if (factor == null || !factor.isOn()) {
      return;
    }
    if (code == null || code.isBlank()) {
      throw refused(
          401,
          "code-needed",
          "请输入动态验证码或一个备用码。",
          "Enter the code of your authenticator, or a backup code.");
    }
    check(account.id(), factor, code, 401);
  }

  FactorTable.@Nullable Factor of(Account account) {
    return factors.find(account.id()).filter(FactorTable.Factor::isOn).orElse(null);
  }

  /**
   * A new secret, told this once; asked for at no sign-in before it is confirmed.
   *
   * @throws RefusedRequest 409 if a second factor is on
   */
  byte[] begin(Account account) {
    byte[] secret = TimeCodes.newSecret();
    if (!factors.begin(account.id(), key.seal(account.id(), secret), clock.instant())) {
      throw refused(409, "second-factor-on", "两步验证已经开启。", "The second factor is on already.");
    }
    return secret;
  }

  /** The authenticator has shown that it works; answers with the backup codes, told this once. */
  List<String> confirm(Account account, String code) {
    FactorTable.Factor begun =
        factors.find(account.id()).filter(f -> !f.isOn()).orElseThrow(FactorDesk::notBegun);
    List<String> codes = BackupCodes.fresh();
    checkTime(account.id(), begun, code);
    boolean first =
        Objects.requireNonNull(
            vault
                .transaction()
                .execute(
                    transaction ->
                        factors.confirm(
                            account.id(),
                            codes.stream().map(c -> key.mac(account.id(), c)).toList(),
                            clock.instant())));
    if (!first) {
      throw notBegun();
    }
    return codes.stream().map(BackupCodes::shown).toList();
  }

  /** The caller has asked for the password. */
  void end(Account account, String code) {
    FactorTable.Factor factor =
        factors
            .find(account.id())
            .filter(FactorTable.Factor::isOn)
            .orElseThrow(FactorDesk::notBegun);
    check(account.id(), factor, code, 400);
    factors.remove(account.id());
  }

  private void check(UUID account, FactorTable.Factor factor, String code, int status) {
    attempts.take(account.toString());
    String plain = BackupCodes.plain(code);
    boolean right =
        plain.length() == BackupCodes.LENGTH
            ? factors.useCode(account, key.mac(account, plain), clock.instant())
            : takesTime(account, factor, plain);
    if (!right) {
      throw wrong(status);
    }
    attempts.giveBack(account.toString());
  }

  private void checkTime(UUID account, FactorTable.Factor factor, String code) {
    attempts.take(account.toString());
    if (!takesTime(account, factor, BackupCodes.plain(code))) {
      throw wrong(400);
    }
    attempts.giveBack(account.toString());
  }

  private boolean takesTime(UUID account, FactorTable.Factor factor, String code) {
    byte[] secret = key.open(account, factor.secret());
    OptionalLong step = TimeCodes.stepOf(secret, code, clock.instant());
    return step.isPresent() && factors.useStep(account, step.getAsLong());
  }

  private static RefusedRequest wrong(int status) {
    return new RefusedRequest(
        status,
        "wrong-code",
        new LocalName(
            "验证码不正确，或者已经用过。请等下一个验证码。",
            "The code is not right, or was used before. Wait for the next one."),
        "code");
  }

  private static RefusedRequest notBegun() {
    return refused(409, "second-factor-off", "两步验证没有开启。", "There is no second factor.");
  }

  private static RefusedRequest refused(int status, String code, String zh, String en) {
    return new RefusedRequest(status, code, new LocalName(zh, en));
  }
}
