package org.tijian.inspection.pledge;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.AccessMatrix;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupMove;
import org.tijian.inspection.request.CheckupRequest.Signature;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.web.RefusedRequest;

/** Where experts sign, and where everybody who sees the check-up sees who signed what. */
@Service
class PledgeDesk {
  private final CheckupDesk checkups;
  private final PledgeTable table;
  private final Pledges pledges;
  private final List<PledgeFollower> followers;
  private final TransactionOperations transaction;
  private final Clock clock;

  PledgeDesk(
      CheckupDesk checkups,
      PledgeTable table,
      Pledges pledges,
      List<PledgeFollower> followers,
      VaultDatabase vault,
      Clock clock) {
    this.checkups = checkups;
    this.table = table;
    this.pledges = pledges;
    this.followers = followers;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** With those of experts who left the team, oldest first. */
  List<Signed> of(Account account, UUID checkupId) {
    return table.of(checkups.see(account, checkupId).id());
  }

  /**
   * Signing twice is signing once, and signing for all that is made in the same visit.
   *
   * @throws RefusedRequest 409 {@code pledge-changed} if another text was shown than stands now
   */
  void sign(Account expert, UUID checkupId, Signature given) {
    checkups.admitOnceOpen(expert, checkupId, Right.SIGN_PLEDGE);
    Signed signed = checked(expert, given);
    transaction.executeWithoutResult(
        status -> {
          checkups.lock(checkupId);
          Checkup checkup = checkups.find(checkupId).orElseThrow();
          if (!AccessMatrix.allows(expert, checkup, Right.SIGN_PLEDGE)) {
            throw CheckupMove.movedOn(checkup.state());
          }
          checkups.visit(checkup).stream()
              .filter(each -> AccessMatrix.allows(expert, each, Right.SIGN_PLEDGE))
              .forEach(each -> signed(each, expert, signed));
        });
  }

  private void signed(Checkup checkup, Account expert, Signed signed) {
    if (table.add(checkup.id(), signed)) {
      followers.forEach(follower -> follower.signed(checkup, expert, signed));
    }
  }

  private Signed checked(Account expert, Signature given) {
    String language = Input.required("language", given.language());
    Input.check(
        language.equals("zh") || language.equals("en"),
        "language",
        "语言只能是 zh 或者 en。",
        "The language is zh or en.");
    Pledge current = pledges.current();
    String sha256 = language.equals("zh") ? current.sha256().zh() : current.sha256().en();
    if (!current.version().equals(Input.required("version", given.version()))
        || !sha256.equals(Input.required("sha256", given.sha256()))) {
      throw new RefusedRequest(
          409,
          "pledge-changed",
          new LocalName(
              "承诺书文本已经更新，请重新阅读后再签署。", "The pledge has changed. Read it again before you sign."));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Signed(expert.id(), expert.name(), current.version(), language, sha256, now, null);
  }
}
