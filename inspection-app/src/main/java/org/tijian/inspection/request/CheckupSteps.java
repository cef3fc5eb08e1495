package org.tijian.inspection.request;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Takes steps of the transition table. Of two clicks, or two people, at the same moment one takes
 * the step and the other is told that the check-up has moved on.
 */
@Service
class CheckupSteps {
  private final CheckupStore store;
  private final AppointmentBook book;
  private final ScheduleCheck scheduleCheck;
  private final List<CheckupStep> followers;
  private final TransactionOperations transaction;
  private final Clock clock;

  CheckupSteps(
      CheckupStore store,
      AppointmentBook book,
      ScheduleCheck scheduleCheck,
      List<CheckupStep> followers,
      VaultDatabase vault,
      Clock clock) {
    this.store = store;
    this.book = book;
    this.scheduleCheck = scheduleCheck;
    this.followers = followers;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** Any step that needs nothing but to be taken. */
  Checkup take(Account account, UUID id, CheckupAction action) {
    return take(account, id, action, now());
  }

  Checkup schedule(Account account, UUID id, ScheduleRequest request) {
    Instant now = now();
    return inTransaction(
        () -> {
          Checkup checkup = open(account, id, CheckupAction.SCHEDULE);
          ScheduleCheck.Plan plan = scheduleCheck.check(request, now);
          move(checkup, CheckupAction.SCHEDULE, account, now);
          book.book(id, plan.expert(), plan.startsAt(), plan.endsAt());
          return entered(id);
        });
  }

  private Checkup take(Account account, UUID id, CheckupAction action, Instant now) {
    return inTransaction(
        () -> {
          Checkup checkup = open(account, id, action);
          move(checkup, action, account, now);
          if (action == CheckupAction.WITHDRAW) {
            book.release(id, now);
          }
          return entered(id);
        });
  }

  private Checkup inTransaction(java.util.function.Supplier<Checkup> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }

  private Checkup open(Account account, UUID id, CheckupAction action) {
    Checkup checkup =
        store
            .find(id)
            .filter(c -> action.belongsTo(account.role()) && AccessMatrix.isParty(account, c))
            .orElseThrow(RefusedRequest::noAccess);
    if (!action.leadsFrom(checkup.state())) {
      throw movedOn(checkup.state());
    }
    return checkup;
  }

  private void move(Checkup checkup, CheckupAction action, Account account, Instant now) {
    if (!store.move(checkup, action.to())) {
      throw movedOn(store.find(checkup.id()).orElseThrow().state());
    }
    store.addEvent(checkup.id(), checkup.history().size(), action.to(), now, account);
  }

  private Checkup entered(UUID id) {
    Checkup checkup = store.find(id).orElseThrow();
    followers.forEach(follower -> follower.entered(checkup));
    return checkup;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static RefusedRequest movedOn(CheckupState state) {
    return new RefusedRequest(
        409,
        "moved-on",
        new LocalName(
            "体检当前状态为“%s”，不能进行此操作。请刷新页面。".formatted(state.zh()),
            "The check-up is %s now, so this step is not open. Reload the page."
                .formatted(state.en())));
  }
}
