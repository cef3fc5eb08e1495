package org.tijian.inspection.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Lets the enterprise change what it asked for until the visit is arranged. Every version stays to
 * be read; the terms stay those that were signed.
 */
@Service
class RequestChanges {
  private static final Set<CheckupState> OPEN =
      Set.of(CheckupState.REQUESTED, CheckupState.ACCEPTED);

  private final CheckupDesk desk;
  private final CheckupStore store;
  private final RequestVersions versions;
  private final ScopeCheck scopeCheck;
  private final PlantBook plants;
  private final List<RequestFollower> followers;
  private final TransactionOperations transaction;
  private final Clock clock;

  RequestChanges(
      CheckupDesk desk,
      CheckupStore store,
      RequestVersions versions,
      ScopeCheck scopeCheck,
      PlantBook plants,
      List<RequestFollower> followers,
      VaultDatabase vault,
      Clock clock) {
    this.desk = desk;
    this.store = store;
    this.versions = versions;
    this.scopeCheck = scopeCheck;
    this.plants = plants;
    this.followers = followers;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  RequestView of(Account account, UUID id) {
    Checkup checkup = desk.see(account, id);
    return view(account, checkup);
  }

  /**
   * @throws RefusedRequest 409 {@code moved-on} once the visit is arranged, {@code request-changed}
   *     if the version that was changed is not the newest any more
   */
  RequestView change(Account director, UUID id, ChangeRequest change) {
    desk.admit(
        director, id, c -> director.role() == Role.DIRECTOR && AccessMatrix.isParty(director, c));
    CheckupRequest asked = Input.required("request", change.request()).unsigned();
    int base = Input.required("version", change.version());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    transaction.executeWithoutResult(status -> changed(director, id, base, asked, now));
    return of(director, id);
  }

  private void changed(Account director, UUID id, int base, CheckupRequest asked, Instant now) {
    desk.lock(id);
    Checkup checkup = desk.find(id).orElseThrow();
    if (!OPEN.contains(checkup.state())) {
      throw CheckupMove.movedOn(checkup.state());
    }
    List<RequestVersions.Version> known = versions.of(checkup);
    RequestVersions.Version newest = known.get(known.size() - 1);
    Scope scope = scopeCheck.check(checkup.siteId(), asked, BeijingTime.dateOf(now));
    PlantCalendar plant = PlantCalendar.checked(asked.plant(), BeijingTime.dateOf(now));
    RequestContent content = new RequestContent(scope, plant);
    List<String> fields = content.changedFrom(newest.content());
    if (fields.isEmpty()) {
      return; // the same words again, for example after an answer that got lost
    }
    if (newest.version() != base) {
      throw changedMeanwhile();
    }
    versions.keepFirst(checkup);
    store.changeScope(checkup, scope);
    versions.add(id, base + 1, content, director, now);
    plants.follow(checkup.siteId(), newest.content().plant().days(), plant.days());
    followers.forEach(follower -> follower.changed(checkup, base + 1, fields));
  }

  private RequestView view(Account account, Checkup checkup) {
    List<RequestVersions.Version> known = versions.of(checkup);
    List<VersionView> views = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      RequestVersions.Version version = known.get(i);
      views.add(
          new VersionView(
              version.version(),
              version.at(),
              version.by(),
              i == 0 ? List.of() : version.content().changedFrom(known.get(i - 1).content()),
              ContentView.of(version.content())));
    }
    return new RequestView(
        views,
        plants.comingOf(checkup.siteId()),
        account.role() == Role.DIRECTOR && OPEN.contains(checkup.state()));
  }

  private static RefusedRequest changedMeanwhile() {
    return new RefusedRequest(
        409,
        "request-changed",
        new LocalName(
            "申请已经被改动（可能来自另一台设备）。请刷新后再改。",
            "The request was changed meanwhile, perhaps on another device. Reload and change it again."));
  }

  /** What a director sends: the whole request, and the version that it changes. */
  record ChangeRequest(@Nullable Integer version, @Nullable CheckupRequest request) {}

  /**
   * @param versions oldest first
   * @param calendar the plant calendar of the enterprise as it stands now, from today on
   * @param mayChange whether the account may change it now
   */
  record RequestView(
      List<VersionView> versions, List<PlantCalendar.PlantDays> calendar, boolean mayChange) {}

  /**
   * @param changed names of the fields that differ from the version before
   */
  record VersionView(
      int version, Instant at, LocalName by, List<String> changed, ContentView content) {}

  /** A request on the wire. */
  record ContentView(
      List<Long> outletIds,
      List<String> topics,
      LocalDate dataFrom,
      LocalDate dataUntil,
      List<LocalDate> preferredDays,
      String note,
      PlantCalendar plant) {
    static ContentView of(RequestContent content) {
      Scope scope = content.scope();
      return new ContentView(
          scope.outletIds(),
          scope.topics().stream().map(Topic::word).toList(),
          scope.dataFrom(),
          scope.dataUntil(),
          scope.preferredDays(),
          scope.note(),
          content.plant());
    }
  }
}
