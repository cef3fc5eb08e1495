package org.tijian.inspection.draft;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.notice.Notice;
import org.tijian.inspection.notice.Notices;

/** Tells the directors that a colleague has written a request; never what stands in it. */
@Component
class ReadyDrafts {
  private final Accounts accounts;
  private final Notices notices;
  private final TransactionOperations transaction;

  ReadyDrafts(Accounts accounts, Notices notices, VaultDatabase vault) {
    this.accounts = accounts;
    this.notices = notices;
    this.transaction = vault.transaction();
  }

  /** Once for each version: told again after another save, it is news. */
  void tell(Account by, Draft draft) {
    transaction.executeWithoutResult(
        tx ->
            accounts.directors(draft.siteId()).stream()
                .filter(director -> !director.id().equals(by.id()))
                .map(director -> notice(director, by, draft))
                .forEach(notices::tell));
  }

  private static Notice notice(Account director, Account by, Draft draft) {
    return new Notice(
        director.id(),
        "draft/%s/ready/%d".formatted(draft.id(), draft.version()),
        new LocalName(
            "%s写好了一份体检申请，请您过目".formatted(by.name().zh()),
            "%s wrote a request for a check-up for you to look at".formatted(by.name().en())),
        new LocalName(
            "提交之前不会送到任何人手里；请核对后签名提交，或者继续修改。",
            "Nobody gets it before you send it. Look it through, change it, sign and send it."),
        "/drafts/" + draft.id());
  }
}
