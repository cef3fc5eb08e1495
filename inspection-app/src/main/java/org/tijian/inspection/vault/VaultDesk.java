package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Takes in what an expert says. When {@link #write} returns, the statement and the line of the
 * access record are committed; the same key stores one statement however often it comes.
 */
@Component
public class VaultDesk {
  private final VaultDoor door;
  private final CheckupDesk checkups;
  private final SealedStatements statements;
  private final VisitKeys keys;
  private final AccessRecord record;
  private final TransactionOperations transaction;
  private final Clock clock;

  VaultDesk(
      VaultDoor door,
      CheckupDesk checkups,
      SealedStatements statements,
      VisitKeys keys,
      AccessRecord record,
      VaultDatabase vault,
      Clock clock) {
    this.door = door;
    this.checkups = checkups;
    this.statements = statements;
    this.keys = keys;
    this.record = record;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /**
   * @param content asked for only after the door let the account in
   * @param key the same for every repetition of one statement; null if the caller has none
   */
  public Statement write(
      Account account,
      UUID checkupId,
      Statement.Kind kind,
      Supplier<String> content,
      @Nullable UUID key) {
    door.enterOnceOpen(account, checkupId, Right.WRITE_VISIT);
    Statement statement = statement(account, checkupId, kind, content.get());
    return Objects.requireNonNull(transaction.execute(status -> stored(account, statement, key)));
  }

  /**
   * Takes in what the enterprise says to its report; as {@link #write}, from the closing meeting
   * on.
   *
   * @throws RefusedRequest 409 {@code no-report-yet} before there is a report
   */
  public Statement followUp(
      Account director,
      UUID checkupId,
      Statement.Kind kind,
      Supplier<String> content,
      @Nullable UUID key) {
    return followUp(director, checkupId, Right.WRITE_FOLLOW_UP, kind, content, key);
  }

  /**
   * The same for whoever has the right.
   *
   * @param right {@link Right#WRITE_FOLLOW_UP}, or {@link Right#SETTLE_ITEM} for an expert
   */
  public Statement followUp(
      Account account,
      UUID checkupId,
      Right right,
      Statement.Kind kind,
      Supplier<String> content,
      @Nullable UUID key) {
    door.enterOnceOpen(account, checkupId, right);
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              checkFollowUp(right, checkups.hold(checkupId).orElseThrow());
              VisitKey visit = keys.open(checkupId);
              Statement said = statement(account, checkupId, kind, content.get());
              return statements
                  .repeated(visit, said, key)
                  .orElseGet(() -> followed(account, visit, said, key));
            }));
  }

  /**
   * Something that ends the follow-up, in one transaction with the line of the record that says so.
   *
   * @param work runs while the check-up stands still
   */
  public void complete(Account director, UUID checkupId, Runnable work) {
    door.enterOnceOpen(director, checkupId, Right.WRITE_FOLLOW_UP);
    transaction.executeWithoutResult(
        status -> {
          if (checkups.hold(checkupId).orElseThrow() != CheckupState.CLOSED) {
            throw notReceived();
          }
          work.run();
          record.add(checkupId, director, Access.What.FOLLOW_UP_COMPLETED);
        });
  }

  private static RefusedRequest notReceived() {
    return new RefusedRequest(
        409, "not-received-yet", new LocalName("请先签收体检报告。", "Sign for the report first."));
  }

  /**
   * An expert wants to write something outside the seal out of what was said in a visit.
   *
   * @throws RefusedRequest 403 for everybody else, and outside of the visit's time
   */
  public Checkup toRelease(Account expert, UUID checkupId) {
    if (expert.role() != Role.EXPERT) {
      door.refuse(expert, checkupId);
    }
    return door.enter(expert, checkupId, Right.READ_VISIT);
  }

  /**
   * Does it, in one transaction with the line of the record by which the enterprise learns of it.
   */
  public void released(Account expert, UUID checkupId, Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          work.run();
          record.add(checkupId, expert, Access.What.EXPORTED, "remedy");
        });
  }

  /** An expert's time ends with the visit; the enterprise's does not. */
  static void checkFollowUp(Right right, CheckupState state) {
    if (state == CheckupState.CLOSED && right == Right.SETTLE_ITEM) {
      throw visitIsOver();
    }
    if (state != CheckupState.CLOSING && state != CheckupState.CLOSED) {
      throw noReportYet();
    }
  }

  private Statement followed(Account director, VisitKey visit, Statement said, @Nullable UUID key) {
    if (!statements.add(visit, said, key)) {
      return statements.repeated(visit, said, key).orElseThrow();
    }
    record.add(said.checkupId(), director, written(said.kind()));
    return said;
  }

  private Statement statement(
      Account account, UUID checkupId, Statement.Kind kind, String content) {
    return new Statement(
        UUID.randomUUID(),
        checkupId,
        kind,
        account.id(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        content);
  }

  private Statement stored(Account account, Statement statement, @Nullable UUID key) {
    // Held until the commit: a closing meeting waits for this statement, or this one comes too
    // late.
    CheckupState state = checkups.hold(statement.checkupId()).orElseThrow();
    if (state != CheckupState.IN_PROGRESS && key == null) {
      throw notInProgress();
    }
    VisitKey visit = keys.open(statement.checkupId());
    return statements
        .repeated(visit, statement, key)
        .orElseGet(() -> added(account, visit, state, statement, key));
  }

  private Statement added(
      Account account,
      VisitKey visit,
      CheckupState state,
      Statement statement,
      @Nullable UUID key) {
    if (state != CheckupState.IN_PROGRESS) {
      throw notInProgress();
    }
    if (!statements.add(visit, statement, key)) {
      return statements.repeated(visit, statement, key).orElseThrow();
    }
    record.add(statement.checkupId(), account, written(statement.kind()));
    return statement;
  }

  static Access.What written(Statement.Kind kind) {
    return switch (kind) {
      case ANSWER -> Access.What.ANSWER_WRITTEN;
      case ADVICE -> Access.What.ADVICE_WRITTEN;
      case DISSENT -> Access.What.DISSENT_WRITTEN;
      case DATE -> Access.What.DATE_WRITTEN;
      case DOCUMENT -> Access.What.DOCUMENT_HANDED_IN;
      case QUESTION -> Access.What.QUESTION_WRITTEN;
      case REPLY -> Access.What.REPLY_WRITTEN;
      case FOLLOW_UP -> Access.What.FOLLOW_UP_WRITTEN;
    };
  }

  private static RefusedRequest visitIsOver() {
    return new RefusedRequest(
        409,
        "visit-over",
        new LocalName(
            "体检已经结束，改进项由企业自行跟踪。",
            "The check-up is closed: the enterprise follows the items up by itself."));
  }

  private static RefusedRequest noReportYet() {
    return new RefusedRequest(
        409,
        "no-report-yet",
        new LocalName("报告出具之后才能填写。", "This can be written when there is a report."));
  }

  static RefusedRequest notInProgress() {
    return new RefusedRequest(
        409,
        "visit-not-in-progress",
        new LocalName(
            "体检尚未开始或者已经结束，不能再填写。",
            "The visit has not begun or is over, so nothing can be written."));
  }
}
