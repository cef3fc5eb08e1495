package org.tijian.inspection.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
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
  private final CheckupFinder finder;
  private final ObjectProvider<CheckupMove> moves;
  private final RequestVersions versions;
  private final PlantBook plants;
  private final TransactionOperations transaction;
  private final Clock clock;

  CheckupDesk(
      CheckupStore store,
      ScopeCheck scopeCheck,
      TermsDesk termsDesk,
      Refusals refusals,
      CheckupFinder finder,
      ObjectProvider<CheckupMove> moves,
      RequestVersions versions,
      PlantBook plants,
      VaultDatabase vault,
      Clock clock) {
    this.store = store;
    this.scopeCheck = scopeCheck;
    this.termsDesk = termsDesk;
    this.refusals = refusals;
    this.finder = finder;
    this.moves = moves;
    this.versions = versions;
    this.plants = plants;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** The check-ups that the account is a party to and may see now, newest first. */
  public List<Checkup> list(Account account) {
    List<Checkup> own =
        switch (account.role()) {
          case DIRECTOR, COLLEAGUE -> store.ofSite(Objects.requireNonNull(account.siteId()));
          case EXPERT -> store.ofExpert(account.id());
          case OFFICE, GATEKEEPER -> store.all();
        };
    return own.stream().filter(c -> AccessMatrix.allows(account, c, Right.SEE_CHECKUP)).toList();
  }

  /** A page of those that the account is a party to and may see now. */
  public List<Checkup> page(Account account, CheckupFilter filter) {
    return finder.page(account, filter);
  }

  /** By state. */
  Map<String, CheckupFinder.Count> counts(Account account) {
    return finder.counts(account);
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

  /**
   * Lets in whoever has the right in the check-up's state. An expert who would be let in and has
   * not signed the pledge is told that; the attempt is recorded like every other.
   */
  public Checkup admit(Account account, UUID id, Right right) {
    return admit(account, id, right, c -> AccessMatrix.allows(account, c, right));
  }

  /** Lets in whoever has the right in some state; the caller sees to the state. */
  public Checkup admitOnceOpen(Account account, UUID id, Right right) {
    return admit(account, id, right, c -> AccessMatrix.everAllows(account, c, right));
  }

  private Checkup admit(Account account, UUID id, Right right, Predicate<Checkup> rule) {
    Optional<Checkup> found = store.find(id);
    Optional<Checkup> admitted = found.filter(rule);
    if (admitted.isPresent()) {
      return admitted.get();
    }
    RefusedRequest refused = refusals.refuse(account, id, found.orElse(null));
    boolean unsigned =
        found.filter(c -> AccessMatrix.waitsForPledge(account, c, right)).isPresent();
    throw unsigned ? pledgeUnsigned() : refused;
  }

  /** What an expert is told to whom nothing of a visit is open before the pledge is signed. */
  static RefusedRequest pledgeUnsigned() {
    return new RefusedRequest(
        409,
        "pledge-unsigned",
        new LocalName(
            "请先签署本次体检的专家承诺，再查看资料或者开始体检。",
            "Sign the pledge for this check-up first; then its papers open and the visit can start."));
  }

  /** Any check-up, for callers that ask {@link AccessMatrix} themselves. */
  public Optional<Checkup> find(UUID id) {
    return store.find(id);
  }

  /** The check-ups that are made in one visit with this one, and itself, in order of number. */
  public List<Checkup> visit(Checkup checkup) {
    if (checkup.joined().isEmpty()) {
      return List.of(checkup);
    }
    return Stream.concat(Stream.of(checkup), store.byIds(List.copyOf(checkup.joined())).stream())
        .sorted(Comparator.comparing(Checkup::number))
        .toList();
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
    return request(director, request, key, id -> {});
  }

  /**
   * As above.
   *
   * @param within done in the same transaction with the id of the new check-up
   */
  public Checkup request(
      Account director, CheckupRequest request, @Nullable UUID key, Consumer<UUID> within) {
    if (director.role() != Role.DIRECTOR) {
      throw RefusedRequest.noAccess();
    }
    Optional<Checkup> earlier = repeated(director, key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long siteId = Objects.requireNonNull(director.siteId());
    LocalDate today = BeijingTime.dateOf(now);
    Scope scope = scopeCheck.check(siteId, request, today);
    PlantCalendar plant = PlantCalendar.checked(request.plant(), today);
    Consent consent = termsDesk.sign(director, request.terms(), now);
    try {
      return added(director, siteId, new RequestContent(scope, plant), consent, key, within);
    } catch (DuplicateKeyException e) {
      // The same click arrived twice at the same moment, and the other one was first.
      return repeated(director, key).orElseThrow(() -> e);
    }
  }

  private Checkup added(
      Account director,
      long siteId,
      RequestContent content,
      Consent consent,
      @Nullable UUID key,
      Consumer<UUID> within) {
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          store.add(id, siteId, content.scope(), consent, key);
          store.addEvent(id, 0, CheckupState.REQUESTED, consent.at(), director);
          versions.add(id, 1, content, director, consent.at());
          plants.follow(siteId, List.of(), content.plant().days());
          within.accept(id);
          // Asked for late: what follows a step needs this desk itself.
          moves.getObject().entered(id);
        });
    return store.find(id).orElseThrow();
  }

  /** What a director made with a key before. */
  public Optional<Checkup> madeWith(Account director, UUID key) {
    return repeated(director, key);
  }

  private Optional<Checkup> repeated(Account director, @Nullable UUID key) {
    return key == null ? Optional.empty() : store.findByKey(director.id(), key);
  }
}
