package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tijian.inspection.database.VaultDatabase;

/**
 * Destroys the key of a visit: every wrapped copy with the transaction, and the share as soon as it
 * is committed. A backup may bring the copies back; without the share they open nothing.
 */
@Component
class VisitKeyDestruction {
  private final VisitKeyStore store;
  private final KeyShares shares;
  private final AccessRecord record;
  private final TransactionOperations transaction;
  private final Clock clock;

  VisitKeyDestruction(
      VisitKeyStore store,
      KeyShares shares,
      AccessRecord record,
      VaultDatabase vault,
      Clock clock) {
    this.store = store;
    this.shares = shares;
    this.record = record;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** Runs in the caller's transaction; what was sealed with the key is deleted, too. */
  VisitKeyStore.Destroyed destroy(UUID checkupId, Instant at) {
    VisitKeyStore.Destroyed destroyed = store.destroy(checkupId, at);
    UUID keyId = destroyed.keyId();
    if (keyId != null) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              shares.destroy(keyId);
            }
          });
    }
    return destroyed;
  }

  /**
   * Finishes what a killed process left between commit and share, and removes shares that came back
   * with a restored directory; ends what experts hold beyond their time.
   */
  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void finish() {
    store.destroyedKeys().forEach(shares::destroy);
    transaction.executeWithoutResult(tx -> endDue(clock.instant()));
  }

  /** Deletes the wrapped copies whose time is over, in the caller's transaction. */
  void endDue(Instant now) {
    store.endGrants(now).forEach(this::ended);
  }

  private void ended(VisitKeyStore.Ended grant) {
    record.addByPlatform(
        grant.checkupId(), Access.What.KEY_ENDED, Access.Why.RULE, grant.keyId().toString());
  }
}
