package org.tijian.inspection.vault;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.key.Cipher;
import org.tijian.inspection.key.KeyRing;
import org.tijian.inspection.key.KeyRings;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;

/**
 * Opens the key of a visit with the key ring of whoever is asking, and shows the database its
 * proof. Without both there is no row and no text; every refusal says what to do.
 */
@Component
class VisitKeys {
  private final VisitKeyStore store;
  private final VisitKeyMaking making;
  private final KeyShares shares;
  private final KeyRings rings;
  private final CheckupDesk checkups;
  private final Locks locks;
  private final TransactionOperations transaction;
  private final Clock clock;

  VisitKeys(
      VisitKeyStore store,
      VisitKeyMaking making,
      KeyShares shares,
      KeyRings rings,
      CheckupDesk checkups,
      Locks locks,
      VaultDatabase vault,
      Clock clock) {
    this.store = store;
    this.making = making;
    this.shares = shares;
    this.rings = rings;
    this.checkups = checkups;
    this.locks = locks;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** Does something with the opened visit, in the caller's transaction or one of its own. */
  <T> T within(UUID checkupId, Function<VisitKey, T> work) {
    return Objects.requireNonNull(transaction.execute(tx -> work.apply(open(checkupId))));
  }

  /**
   * Opens the visit for the rest of the caller's transaction.
   *
   * @throws org.tijian.inspection.web.RefusedRequest if it was destroyed, or if this session cannot
   *     open it, and what helps
   */
  VisitKey open(UUID checkupId) {
    KeyRing ring = rings.required();
    VisitKeyStore.Row row =
        store.find(checkupId, ring.accountId()).orElseGet(() -> made(checkupId, ring));
    if (row.waiting()) {
      row = renewed(checkupId, ring);
    }
    VisitKey key = opened(checkupId, ring, row);
    store.bind(checkupId, key.proof());
    if (row.othersWait()) {
      making.giveToWaiting(key);
    }
    return key;
  }

  /** A visit from before there were keys, or one whose parties had none when it was scheduled. */
  private VisitKeyStore.Row made(UUID checkupId, KeyRing ring) {
    if (store.isDestroyed(checkupId)) {
      throw KeyRefusals.destroyed();
    }
    making.ensure(checkup(checkupId));
    return store.find(checkupId, ring.accountId()).orElseThrow(KeyRefusals::noKey);
  }

  /** The key was made when this person had no key pair: as long as it is unused, it is replaced. */
  private VisitKeyStore.Row renewed(UUID checkupId, KeyRing ring) {
    making.renewUnused(checkup(checkupId));
    return store
        .find(checkupId, ring.accountId())
        .filter(row -> !row.waiting())
        .orElseThrow(KeyRefusals::waiting);
  }

  private VisitKey opened(UUID checkupId, KeyRing ring, VisitKeyStore.Row row) {
    if (row.wrapped() == null || isOver(row.until())) {
      throw KeyRefusals.noKey();
    }
    byte[] share =
        locks.hold(Lock.SHARE)
            ? shares.find(row.keyId()).orElseThrow(KeyRefusals::shareMissing)
            : new byte[Cipher.KEY_BYTES];
    try {
      byte[] dataKey =
          ring.open(row.wrapped(), VisitKey.wrapping(checkupId, row.keyId(), ring.accountId()));
      return new VisitKey(checkupId, row.keyId(), dataKey, share, locks.hold(Lock.SEALING));
    } catch (GeneralSecurityException e) {
      throw KeyRings.signInAgain();
    }
  }

  private boolean isOver(@Nullable Instant until) {
    return until != null && locks.hold(Lock.EXPIRY) && !clock.instant().isBefore(until);
  }

  private Checkup checkup(UUID checkupId) {
    return checkups.find(checkupId).orElseThrow();
  }
}
