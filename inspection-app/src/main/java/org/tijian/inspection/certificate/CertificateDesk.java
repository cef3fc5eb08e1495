package org.tijian.inspection.certificate;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.AccessMatrix;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.CompletionRecord;
import org.tijian.inspection.web.RefusedRequest;

/** Gives certificates out to the enterprise and the office, and takes them back. */
@Service
class CertificateDesk {
  private static final int LONGEST_REASON = 400;

  private final CheckupDesk checkups;
  private final CertificateStore store;
  private final CompletionRecord record;
  private final TransactionOperations transaction;
  private final Clock clock;

  CertificateDesk(
      CheckupDesk checkups,
      CertificateStore store,
      CompletionRecord record,
      VaultDatabase vault,
      Clock clock) {
    this.checkups = checkups;
    this.store = store;
    this.record = record;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** Empty before the follow-up is complete. */
  Optional<Issued> of(Account account, UUID checkupId) {
    admit(account, checkupId);
    return store.of(checkupId);
  }

  /** Everybody else does not even learn that there is one. */
  private void admit(Account account, UUID checkupId) {
    checkups.admit(
        account,
        checkupId,
        c -> concerns(account) && AccessMatrix.allows(account, c, Right.SEE_CHECKUP));
  }

  private static boolean concerns(Account account) {
    return account.role() == Role.DIRECTOR || account.role() == Role.OFFICE;
  }

  /**
   * @param reason the office gives one, which everybody who verifies the certificate reads; the
   *     enterprise need not
   */
  Issued revoke(Account account, UUID checkupId, @Nullable String reason) {
    admit(account, checkupId);
    boolean office = account.role() == Role.OFFICE;
    String told = office ? Input.filledText("reason", reason, LONGEST_REASON) : null;
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Issued issued = store.of(checkupId).orElseThrow(CertificateDesk::none);
              String by = office ? "office" : "enterprise";
              if (!store.revoke(checkupId, clock.instant(), by, told)) {
                throw refused("revoked-before", "该证书已经撤销。", "This certificate is revoked already.");
              }
              record.revoked(checkupId, account, issued.certificate().number());
              return store.of(checkupId).orElseThrow();
            }));
  }

  /** For the office alone. */
  List<Issued> newest(Account account, @Nullable String before, int limit) {
    if (account.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
    return store.newest(before, limit);
  }

  static RefusedRequest none() {
    return refused(
        "no-certificate",
        "改进跟踪完成之后才有证书。",
        "There is a certificate once the follow-up is complete.");
  }

  private static RefusedRequest refused(String code, String zh, String en) {
    return new RefusedRequest(409, code, new LocalName(zh, en));
  }
}
