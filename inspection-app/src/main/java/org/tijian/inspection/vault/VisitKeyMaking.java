package org.tijian.inspection.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.key.Cipher;
import org.tijian.inspection.key.PersonKeys;
import org.tijian.inspection.request.Checkup;

/**
 * Makes the key of a visit in memory, wraps it for the directors of the enterprise and the team of
 * experts, and forgets it: nobody's private key is needed for that, and the office never holds it.
 */
@Component
class VisitKeyMaking {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final VisitKeyStore store;
  private final KeyShares shares;
  private final PersonKeys persons;
  private final Accounts accounts;
  private final FromBefore fromBefore;
  private final AccessRecord record;
  private final Locks locks;
  private final Clock clock;

  VisitKeyMaking(
      VisitKeyStore store,
      KeyShares shares,
      PersonKeys persons,
      Accounts accounts,
      FromBefore fromBefore,
      AccessRecord record,
      Locks locks,
      Clock clock) {
    this.store = store;
    this.shares = shares;
    this.persons = persons;
    this.accounts = accounts;
    this.fromBefore = fromBefore;
    this.record = record;
    this.locks = locks;
    this.clock = clock;
  }

  /**
   * Makes the key if there is none and somebody it can be wrapped for. Whoever has no key pair yet
   * is written down as waiting. Runs in the caller's transaction.
   */
  void ensure(Checkup checkup) {
    List<UUID> holders = holders(checkup);
    store.oneAtATime(checkup.id());
    if (hasKey(checkup.id())
        || store.isDestroyed(checkup.id())
        || holders.stream().noneMatch(persons::hasPair)) {
      return;
    }
    VisitKey key = random(checkup.id());
    store.add(key, clock.instant());
    holders.forEach(holder -> grant(key, holder));
    fromBefore.seal(key);
  }

  /** Replaces a key that has sealed nothing yet by one that everybody gets who has a pair now. */
  void renewUnused(Checkup checkup) {
    store.oneAtATime(checkup.id());
    Optional<UUID> dropped = store.dropUnused(checkup.id());
    if (dropped.isPresent()) {
      afterCommit(() -> shares.destroy(dropped.get()));
      ensure(checkup);
    }
  }

  /**
   * Whoever left the team holds no copy any more, and whoever came gets one: of a new key as long
   * as the old one has sealed nothing, otherwise from the next session that holds it.
   */
  void followTeam(Checkup checkup) {
    store.oneAtATime(checkup.id());
    Set<UUID> before = store.holders(checkup.id());
    List<UUID> now = holders(checkup);
    UUID key = store.find(checkup.id(), checkup.id()).map(VisitKeyStore.Row::keyId).orElse(null);
    if (key == null || before.equals(Set.copyOf(now))) {
      ensure(checkup);
      return;
    }
    renewUnused(checkup);
    if (store
        .find(checkup.id(), checkup.id())
        .map(VisitKeyStore.Row::keyId)
        .filter(key::equals)
        .isPresent()) {
      store.followTeam(checkup.id(), clock.instant());
    }
    before.stream()
        .filter(holder -> !now.contains(holder))
        .forEach(
            left ->
                record.addByPlatform(
                    checkup.id(), Access.What.KEY_ENDED, Access.Why.RULE, key.toString()));
  }

  /** Wraps the key for everybody who waits for it and has a pair by now. */
  void giveToWaiting(VisitKey key) {
    store.waiting(key.checkupId()).stream()
        .filter(persons::hasPair)
        .forEach(holder -> give(key, holder));
  }

  /** Wraps the key for one more person, and says so in the record. */
  void give(VisitKey key, UUID holder) {
    grant(key, holder);
    record.addByPlatform(
        key.checkupId(), Access.What.KEY_GRANTED, Access.Why.RULE, key.keyId().toString());
  }

  private void grant(VisitKey key, UUID holder) {
    byte[] wrapped =
        persons
            .sealFor(holder, key.dataKey(), VisitKey.wrapping(key.checkupId(), key.keyId(), holder))
            .orElse(null);
    store.grant(holder, wrapped, clock.instant());
  }

  boolean hasKey(UUID checkupId) {
    return store.find(checkupId, checkupId).isPresent();
  }

  private List<UUID> holders(Checkup checkup) {
    return Stream.concat(
            accounts.ofSite(checkup.siteId()).stream()
                .filter(account -> account.may(SiteRight.FINDINGS))
                .map(Account::id),
            checkup.expertIds().stream())
        .toList();
  }

  private VisitKey random(UUID checkupId) {
    UUID keyId = UUID.randomUUID();
    byte[] share = locks.hold(Lock.SHARE) ? random() : new byte[Cipher.KEY_BYTES];
    shares.keep(keyId, share);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
              shares.destroy(keyId);
            }
          }
        });
    return new VisitKey(checkupId, keyId, random(), share, locks.hold(Lock.SEALING));
  }

  private static byte[] random() {
    byte[] bytes = new byte[Cipher.KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
