package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.OpenSessions;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Changes what a limited colleague may do, and ends the account. The keys follow at once, and the
 * colleague's sessions end, because they were opened with the rights of before.
 */
@Component
class ColleagueRights {
  private final Accounts accounts;
  private final CheckupDesk checkups;
  private final ColleagueDesk desk;
  private final VisitKeyStore store;
  private final VisitKeyDestruction destruction;
  private final SiteKeys sites;
  private final OpenSessions sessions;
  private final TransactionOperations transaction;
  private final Clock clock;

  ColleagueRights(
      Accounts accounts,
      CheckupDesk checkups,
      ColleagueDesk desk,
      VisitKeyStore store,
      VisitKeyDestruction destruction,
      SiteKeys sites,
      OpenSessions sessions,
      VaultDatabase vault,
      Clock clock) {
    this.accounts = accounts;
    this.checkups = checkups;
    this.desk = desk;
    this.store = store;
    this.destruction = destruction;
    this.sites = sites;
    this.sessions = sessions;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  void set(Account director, UUID colleagueId, Set<SiteRight> rights) {
    Account colleague = colleague(director, colleagueId);
    transaction.executeWithoutResult(
        tx -> {
          accounts.setRights(colleague.id(), rights);
          follow(director, colleague, rights);
        });
    sessions.endAllBut(null, colleague.id());
  }

  /** The person signs in no more; the name stays in what was written. */
  void end(Account director, UUID colleagueId) {
    Account colleague = colleague(director, colleagueId);
    transaction.executeWithoutResult(
        tx -> {
          accounts.end(colleague.id());
          follow(director, colleague, Set.of());
        });
    sessions.endAllBut(null, colleague.id());
  }

  private void follow(Account director, Account colleague, Set<SiteRight> rights) {
    boolean findings = rights.contains(SiteRight.FINDINGS);
    if (findings && !colleague.may(SiteRight.FINDINGS)) {
      desk.giveAll(director, colleague.id());
    }
    if (!findings) {
      Instant now = clock.instant();
      for (Checkup checkup : checkups.list(director)) {
        store.limit(checkup.id(), colleague.id(), now);
      }
      destruction.endDue(now);
    }
    if (rights.contains(SiteRight.DOCUMENTS) != colleague.may(SiteRight.DOCUMENTS)) {
      sites.open(ColleagueDesk.siteOf(director));
    }
  }

  private Account colleague(Account director, UUID id) {
    long site = ColleagueDesk.siteOf(director);
    return accounts.ofSite(site).stream()
        .filter(account -> account.id().equals(id) && account.role() == Role.COLLEAGUE)
        .findFirst()
        .orElseThrow(RefusedRequest::noAccess);
  }
}
