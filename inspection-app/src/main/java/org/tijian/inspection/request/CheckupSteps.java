package org.tijian.inspection.request;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;

/**
 * Takes steps of the transition table. Of two clicks, or two people, at the same moment one takes
 * the step and the other is told that the check-up has moved on.
 */
@Service
class CheckupSteps {
  private final CheckupDesk desk;
  private final AppointmentBook book;
  private final CheckupMove moves;
  private final TransactionOperations transaction;
  private final Clock clock;

  CheckupSteps(
      CheckupDesk desk, AppointmentBook book, CheckupMove moves, VaultDatabase vault, Clock clock) {
    this.desk = desk;
    this.book = book;
    this.moves = moves;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /** Any step that needs nothing but to be taken. */
  Checkup take(Account account, UUID id, CheckupAction action) {
    return take(account, id, action, now());
  }

  private Checkup take(Account account, UUID id, CheckupAction action, Instant now) {
    admit(account, id, action);
    return inTransaction(
        () -> {
          Checkup checkup = open(id, action);
          if (action == CheckupAction.START) {
            return started(checkup, account, now);
          }
          moves.recordOnly(checkup, action.to(), account, now);
          if (action == CheckupAction.WITHDRAW) {
            book.release(id, now);
          }
          return moves.entered(id);
        });
  }

  /** Who came once came for everything that is made in the visit. */
  private Checkup started(Checkup checkup, Account account, Instant now) {
    List<Checkup> visit =
        desk.visit(checkup).stream()
            .filter(each -> CheckupAction.START.leadsFrom(each.state()))
            .toList();
    visit.forEach(each -> moves.recordOnly(each, CheckupAction.START.to(), account, now));
    visit.forEach(each -> moves.entered(each.id()));
    return desk.find(checkup.id()).orElseThrow();
  }

  Checkup inTransaction(Supplier<Checkup> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }

  /** Before the transaction: a refusal is written down, and stays when nothing else is. */
  void admit(Account account, UUID id, CheckupAction action) {
    Checkup checkup =
        desk.admit(
            account, id, c -> action.belongsTo(account.role()) && AccessMatrix.isParty(account, c));
    if (action.leadsFrom(checkup.state()) && !mayTake(account, checkup)) {
      throw CheckupDesk.pledgeUnsigned();
    }
  }

  /** Whose step it is takes it; an expert once the pledge is signed. */
  static boolean mayTake(Account account, Checkup checkup) {
    return account.role() != Role.EXPERT || checkup.isPledgedBy(account.id());
  }

  Checkup open(UUID id, CheckupAction action) {
    Checkup checkup = desk.find(id).orElseThrow();
    if (!action.leadsFrom(checkup.state())) {
      throw CheckupMove.movedOn(checkup.state());
    }
    return checkup;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
