package org.tijian.inspection.draft;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.key.KeyRing;
import org.tijian.inspection.key.KeysOpened;

/**
 * Seals what drafts from before held in the clear. That needs public keys only, so it is done when
 * the server starts; for an enterprise where nobody has a key pair yet, at the first sign-in.
 */
@Component
class DraftsFromBefore implements KeysOpened {
  private final DraftTable table;
  private final DraftSeal seal;
  private final TransactionOperations transaction;

  DraftsFromBefore(DraftTable table, DraftSeal seal, VaultDatabase vault) {
    this.table = table;
    this.seal = seal;
    this.transaction = vault.transaction();
  }

  @Override
  public void opened(Account account, KeyRing ring) {
    seal();
  }

  @EventListener(ApplicationReadyEvent.class)
  void seal() {
    table
        .inTheClear()
        .forEach(
            (draft, content) -> {
              if (seal.canSeal(draft)) {
                transaction.executeWithoutResult(
                    tx -> {
                      seal.seal(draft, new Written(content, null));
                      table.clear(draft.id());
                    });
              }
            });
  }
}
