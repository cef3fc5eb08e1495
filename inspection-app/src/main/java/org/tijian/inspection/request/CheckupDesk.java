package org.tijian.inspection.request;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/** Where check-ups are asked for and looked up. Only a director of the enterprise can ask. */
@Service
public class CheckupDesk {
  private final CheckupStore store;
  private final ScopeCheck scopeCheck;
  private final TermsDesk termsDesk;
  private final Refusals refusals;
  private final TransactionOperations transaction;
  private final Clock clock;

  CheckupDesk(
      CheckupStore store,
      ScopeCheck scopeCheck,
      TermsDesk termsDesk,
      Refusals refusals,
      VaultDatabase vault,
      Clock clock) {
    this.store = store;
    this.scopeCheck = scopeCheck;
    this.termsDesk = termsDesk;
    this.refusals = refusals;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** The check-ups that the account is a party to and may see now, newest first. */
  public List<Checkup> list(Account account) {
    List<Checkup> own =
        switch (account.role()) {
          case DIRECTOR -> store.ofSite(Objects.requireNonNull(account.siteId()));
          case EXPERT -> store.ofExpert(account.id());
          case OFFICE, GATEKEEPER -> store.all();
        };
    return own.stream().filter(c -> AccessMatrix.allows(account, c, Right.SEE_CHECKUP)).toList();
  }

  /**
   * @throws RefusedRequest 403 for an unknown and for a foreign check-up alike
   */
  public Checkup see(Account account, UUID id) {
    return admit(account, id, checkup -> AccessMatrix.allows(account, checkup, Right.SEE_CHECKUP));
  }

  /**
   * Every route to a check-up leads through here. Outside of a transaction: a refusal is committed
   * before it is told.
   *
   * @param rule what {@link AccessMatrix} says of what is asked for
   * @throws RefusedRequest 403, the same for an unknown check-up, a foreign one and a closed door
   */
  public Checkup admit(Account account, UUID id, Predicate<Checkup> rule) {
    Optional<Checkup> checkup = store.find(id);
    return checkup
        .filter(rule)
        .orElseThrow(() -> refusals.refuse(account, id, checkup.orElse(null)));
  }

  /** Any check-up, for callers that ask {@link AccessMatrix} themselves. */
  public Optional<Checkup> find(UUID id) {
    return store.find(id);
  }

  /** The state of a check-up, which then stands still until the caller's transaction ends. */
  public Optional<CheckupState> hold(UUID id) {
    return store.hold(id);
  }

  /** Until the caller's transaction ends, nobody else takes a step with the check-up. */
  public void lock(UUID id) {
    store.lock(id);
  }

  /**
   * @param key the same for every repetition of one request; null if the caller has none
   */
  Checkup request(Account director, CheckupRequest request, @Nullable UUID key) {
    if (director.role() != Role.DIRECTOR) {
      throw RefusedRequest.noAccess();
    }
    Optional<Checkup> earlier = repeated(director, key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long siteId = Objects.requireNonNull(director.siteId());
    Scope scope = scopeCheck.check(siteId, request, BeijingTime.dateOf(now));
    Consent consent = termsDesk.sign(director, request.terms(), now);
    try {
      return added(director, siteId, scope, consent, key);
    } catch (DuplicateKeyException e) {
      // The same click arrived twice at the same moment, and the other one was first.
      return repeated(director, key).orElseThrow(() -> e);
    }
  }

  private Checkup added(
      Account director, long siteId, Scope scope, Consent consent, @Nullable UUID key) {
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          store.add(id, siteId, scope, consent, key);
          store.addEvent(id, 0, CheckupState.REQUESTED, consent.at(), director);
        });
    return store.find(id).orElseThrow();
  }

  private Optional<Checkup> repeated(Account director, @Nullable UUID key) {
    return key == null ? Optional.empty() : store.findByKey(director.id(), key);
  }
}
