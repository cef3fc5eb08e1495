package org.tijian.inspection.vault;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.key.KeyRing;
import org.tijian.inspection.key.KeysOpened;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;
import org.tijian.inspection.request.Policy;

/**
 * When a visit gets its key: at its appointment, or at the sign-in of the first party that has a
 * key pair. And when the experts' copies end.
 */
@Component
class VisitKeySteps implements CheckupStep, KeysOpened {
  private static final Logger LOG = LoggerFactory.getLogger(VisitKeySteps.class);

  private final VisitKeyMaking making;
  private final VisitKeys keys;
  private final VisitKeyStore store;
  private final CheckupDesk checkups;
  private final Policy policy;
  private final TransactionOperations transaction;

  VisitKeySteps(
      VisitKeyMaking making,
      VisitKeys keys,
      VisitKeyStore store,
      CheckupDesk checkups,
      Policy policy,
      VaultDatabase vault) {
    this.making = making;
    this.keys = keys;
    this.store = store;
    this.checkups = checkups;
    this.policy = policy;
    this.transaction = vault.transaction();
  }

  @Override
  public void entered(Checkup checkup) {
    boolean teamLeft = checkup.state() == CheckupState.ACCEPTED && making.hasKey(checkup.id());
    if (checkup.state() == CheckupState.SCHEDULED || teamLeft) {
      making.followTeam(checkup);
    } else if (checkup.state() == CheckupState.IN_PROGRESS) {
      making.ensure(checkup);
    } else if (hasEnded(checkup.state())) {
      Instant end = checkup.since().plus(Duration.ofDays(policy.expertAccessDays()));
      checkup.expertIds().forEach(expert -> store.limit(checkup.id(), expert, end));
    }
  }

  /** The time of the experts runs from the closing meeting; a late receipt does not prolong it. */
  private static boolean hasEnded(CheckupState state) {
    return state == CheckupState.CLOSING
        || state == CheckupState.CLOSED
        || state == CheckupState.EXCLUDED;
  }

  @Override
  public void opened(Account account, KeyRing ring) {
    if (account.role() == Role.GATEKEEPER) {
      return; // party to every check-up, and holder of no visit's key
    }
    checkups.list(account).stream()
        .filter(checkup -> checkup.appointment() != null)
        .filter(checkup -> checkup.state() != CheckupState.WITHDRAWN)
        .forEach(checkup -> catchUp(checkup, ring));
  }

  /** One visit whose key does not open keeps no other from those who wait for it. */
  private void catchUp(Checkup checkup, KeyRing ring) {
    try {
      giveWhatWaits(checkup, ring);
    } catch (RuntimeException e) {
      LOG.warn(
          "the key of {} still waits for its holders: {}",
          checkup.number(),
          e.getClass().getSimpleName());
    }
  }

  private void giveWhatWaits(Checkup checkup, KeyRing ring) {
    VisitKeyStore.Row row = store.find(checkup.id(), ring.accountId()).orElse(null);
    if (row == null) {
      transaction.executeWithoutResult(tx -> making.ensure(checkup));
    } else if (row.othersWait() && row.wrapped() != null) {
      keys.within(checkup.id(), VisitKey::keyId);
    }
  }
}
