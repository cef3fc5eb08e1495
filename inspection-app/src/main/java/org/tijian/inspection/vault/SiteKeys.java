package org.tijian.inspection.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.key.Cipher;
import org.tijian.inspection.key.KeyRing;
import org.tijian.inspection.key.KeyRings;
import org.tijian.inspection.key.KeysOpened;
import org.tijian.inspection.key.PersonKeys;

/**
 * The key of an enterprise, which opens the keys of its documents. Made by the first session that
 * needs it and wrapped for everybody of the enterprise who may read documents; whoever opens it
 * gives it to those who came later and takes it from those who left.
 */
@Component
class SiteKeys implements KeysOpened {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Every document has a share of its own; this key has none to lose. */
  private static final byte[] NO_SHARE = new byte[Cipher.KEY_BYTES];

  private final SiteKeyStore store;
  private final KeyRings rings;
  private final PersonKeys persons;
  private final Accounts accounts;
  private final Locks locks;
  private final TransactionOperations transaction;
  private final Clock clock;

  SiteKeys(
      SiteKeyStore store,
      KeyRings rings,
      PersonKeys persons,
      Accounts accounts,
      Locks locks,
      VaultDatabase vault,
      Clock clock) {
    this.store = store;
    this.rings = rings;
    this.persons = persons;
    this.accounts = accounts;
    this.locks = locks;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** Does something with the opened key, in the caller's transaction or one of its own. */
  <T> T within(long siteId, Function<Envelope, T> work) {
    return Objects.requireNonNull(transaction.execute(tx -> work.apply(open(siteId))));
  }

  /**
   * Opens the enterprise for the rest of the caller's transaction.
   *
   * @throws org.tijian.inspection.web.RefusedRequest if this session cannot open it
   */
  Envelope open(long siteId) {
    return openWith(rings.required(), siteId);
  }

  private Envelope openWith(KeyRing ring, long siteId) {
    SiteKeyStore.Row row = store.find(siteId, ring.accountId()).orElseGet(() -> made(siteId, ring));
    byte[] wrapped = row.wrapped();
    if (wrapped == null) {
      throw KeyRefusals.siteKeyWaiting();
    }
    Envelope key = unwrapped(siteId, ring, row.keyId(), wrapped);
    store.bind(siteId, key.proof());
    hold(siteId, row.keyId(), key);
    return key;
  }

  private Envelope unwrapped(long siteId, KeyRing ring, UUID keyId, byte[] wrapped) {
    try {
      return envelope(siteId, keyId, ring.open(wrapped, wrapping(siteId, keyId, ring.accountId())));
    } catch (GeneralSecurityException e) {
      throw KeyRings.signInAgain();
    }
  }

  private SiteKeyStore.Row made(long siteId, KeyRing ring) {
    store.oneAtATime(siteId);
    if (store.find(siteId, ring.accountId()).isEmpty()) {
      UUID keyId = UUID.randomUUID();
      byte[] dataKey = new byte[Cipher.KEY_BYTES];
      RANDOM.nextBytes(dataKey);
      Envelope key = envelope(siteId, keyId, dataKey);
      store.add(siteId, keyId, key.proof(), clock.instant());
      hold(siteId, keyId, key);
    }
    return store.find(siteId, ring.accountId()).orElseThrow();
  }

  /** Whoever may read documents holds the key, as soon as there is a key pair; nobody else does. */
  private void hold(long siteId, UUID keyId, Envelope key) {
    List<UUID> entitled =
        accounts.ofSite(siteId).stream()
            .filter(account -> account.may(SiteRight.DOCUMENTS))
            .map(Account::id)
            .toList();
    Set<UUID> holders = new HashSet<>(store.holders(siteId));
    for (UUID account : entitled) {
      if (!holders.remove(account)) {
        persons
            .sealFor(account, key.dataKey(), wrapping(siteId, keyId, account))
            .ifPresent(wrapped -> store.grant(account, wrapped, clock.instant()));
      }
    }
    if (!holders.isEmpty()) {
      store.keepOnly(entitled);
    }
  }

  /** At a sign-in, so that a new colleague need not wait until somebody opens the documents. */
  @Override
  public void opened(Account account, KeyRing ring) {
    Long siteId = account.siteId();
    if (siteId != null && holds(siteId, account.id())) {
      transaction.executeWithoutResult(tx -> openWith(ring, siteId));
    }
  }

  private boolean holds(long siteId, UUID account) {
    return store.find(siteId, account).map(SiteKeyStore.Row::wrapped).isPresent();
  }

  private Envelope envelope(long siteId, UUID keyId, byte[] dataKey) {
    return new Envelope(
        "tijian site v1|%d|%s".formatted(siteId, keyId),
        "tijian site sealed v1|%d".formatted(siteId),
        dataKey,
        NO_SHARE,
        locks.hold(Lock.SEALING));
  }

  private static String wrapping(long siteId, UUID keyId, UUID accountId) {
    return "tijian site-key v1|%d|%s|%s".formatted(siteId, keyId, accountId);
  }
}
