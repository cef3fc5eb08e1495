package org.tijian.inspection.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Policies;
import org.tijian.inspection.web.RefusedRequest;

/** Where the office writes programmes, publishes and ends them. */
@Service
public class ProgrammeDesk {
  private static final int USUAL = 20;
  private static final int MOST = 100;

  private final ProgrammeTable table;
  private final ProgrammeFits fits;
  private final ProgrammeInvitations invitations;
  private final Policies policies;
  private final TransactionOperations transaction;
  private final Clock clock;

  ProgrammeDesk(
      ProgrammeTable table,
      ProgrammeFits fits,
      ProgrammeInvitations invitations,
      Policies policies,
      VaultDatabase vault,
      Clock clock) {
    this.table = table;
    this.fits = fits;
    this.invitations = invitations;
    this.policies = policies;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** All for the office, the newest first; for a director those that are open and fit. */
  List<ProgrammeView> list(
      Account account, @Nullable String state, @Nullable UUID after, @Nullable Integer limit) {
    return switch (account.role()) {
      case OFFICE ->
          table
              .page(word(state), after, limit == null ? USUAL : Math.max(1, Math.min(MOST, limit)))
              .stream()
              .map(this::view)
              .toList();
      case DIRECTOR, COLLEAGUE ->
          invitations.of(Objects.requireNonNull(account.siteId())).stream()
              .map(this::view)
              .toList();
      case EXPERT, GATEKEEPER -> throw RefusedRequest.noAccess();
    };
  }

  /**
   * @throws RefusedRequest 403 for one that is not there, and for one that is not for the account
   */
  ProgrammeView see(Account account, UUID id) {
    Optional<ProgrammeView> seen =
        switch (account.role()) {
          case OFFICE ->
              table.find(id).map(programme -> view(new ProgrammeTable.Listed(programme, 0, 0)));
          case DIRECTOR, COLLEAGUE ->
              invitations.of(Objects.requireNonNull(account.siteId())).stream()
                  .filter(invited -> invited.programme().id().equals(id))
                  .map(this::view)
                  .findFirst();
          case EXPERT, GATEKEEPER -> Optional.empty();
        };
    return seen.orElseThrow(RefusedRequest::noAccess);
  }

  /** Writes one and publishes it at once. */
  public void offer(Account office, ProgrammeForm form) {
    publish(office, make(office, form, null).id());
  }

  ProgrammeView make(Account office, ProgrammeForm form, @Nullable UUID key) {
    requireOffice(office);
    UUID id = UUID.randomUUID();
    Programme made = form.checked(id, policies.current().version(), now());
    table.add(made, office, key);
    return see(office, key == null ? id : table.byKey(key).orElseThrow().id());
  }

  ProgrammeView change(Account office, UUID id, ProgrammeForm form) {
    existing(office, id);
    Input.required("version", form.version());
    if (!table.change(form.checked(id, policies.current().version(), now()))) {
      throw refused(
          "programme-changed",
          "这份邀约已经发布，或者已在别处改动。请刷新。",
          "It was published or changed meanwhile. Reload the page.");
    }
    return see(office, id);
  }

  /** Publishes it, and tells every enterprise that it fits. */
  ProgrammeView publish(Account office, UUID id) {
    Programme programme = existing(office, id);
    Input.check(
        !programme.endsOn().isBefore(BeijingTime.dateOf(clock.instant())),
        "endsOn",
        "截止日期已过，请先修改。",
        "Its last day has passed. Change it first.");
    transaction.executeWithoutResult(
        status -> {
          if (table.move(
              id, Programme.State.DRAFT, Programme.State.PUBLISHED, "published_at", now())) {
            fits.find(programme);
          } else if (programme.state() == Programme.State.ENDED) {
            throw refused("programme-ended", "这份邀约已经结束。", "It has ended.");
          }
        });
    return see(office, id);
  }

  /** No new request follows it; those that did stay. */
  ProgrammeView end(Account office, UUID id) {
    Programme programme = existing(office, id);
    if (!table.move(id, Programme.State.PUBLISHED, Programme.State.ENDED, "ended_at", now())
        && programme.state() == Programme.State.DRAFT) {
      throw refused("programme-draft", "这份邀约还没有发布。", "It was not published yet.");
    }
    return see(office, id);
  }

  private Programme existing(Account office, UUID id) {
    requireOffice(office);
    return table.find(id).orElseThrow(RefusedRequest::noAccess);
  }

  private static void requireOffice(Account account) {
    if (account.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
  }

  private static String word(@Nullable String state) {
    if (state == null || state.isBlank()) {
      return "";
    }
    for (Programme.State known : Programme.State.values()) {
      if (known.word().equals(state)) {
        return state;
      }
    }
    throw RefusedRequest.invalid("state", new LocalName("没有这个状态。", "There is no such state."));
  }

  private ProgrammeView view(ProgrammeTable.Listed listed) {
    return ProgrammeView.of(
        listed.programme(),
        policies,
        new ProgrammeView.Counts(listed.told(), listed.requests()),
        null);
  }

  private ProgrammeView view(ProgrammeTable.Invited invited) {
    return ProgrammeView.of(
        invited.programme(),
        policies,
        null,
        new ProgrammeView.FitView(invited.outletIds(), invited.reason()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static RefusedRequest refused(String code, String zh, String en) {
    return new RefusedRequest(409, code, new LocalName(zh, en));
  }
}
