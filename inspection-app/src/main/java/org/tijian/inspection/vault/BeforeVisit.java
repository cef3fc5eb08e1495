package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.Right;

/**
 * Takes in what experts and enterprise say to each other before a visit, one after the other: what
 * is written can depend on everything that was said before it.
 */
@Component
public class BeforeVisit {
  private final VaultDoor door;
  private final CheckupDesk checkups;
  private final SealedStatements statements;
  private final VisitKeys keys;
  private final AccessRecord record;
  private final TransactionOperations transaction;
  private final Clock clock;

  BeforeVisit(
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

  /** Everything said so far, for callers that have passed the door. */
  public List<Statement> of(UUID checkupId) {
    return statements.of(checkupId);
  }

  /**
   * When it returns, the statement and the line of the access record are committed.
   *
   * @param content makes the content of what was said so far; asked for only after the door let the
   *     account in, and not for a repetition
   * @param key the same for every repetition of one statement; null if the caller has none
   * @param then is done in the same transaction; not for a repetition
   */
  public void write(
      Account account,
      UUID checkupId,
      Right right,
      Statement.Kind kind,
      Function<List<Statement>, String> content,
      @Nullable UUID key,
      Consumer<List<Statement>> then) {
    door.enterOnceOpen(account, checkupId, right);
    transaction.executeWithoutResult(
        tx -> {
          // One at a time: of two people who send the list at the same moment, one does.
          checkups.lock(checkupId);
          boolean preparing = HandedIn.isPreparing(checkups.hold(checkupId).orElseThrow());
          VisitKey visit = keys.open(checkupId);
          if (statements.isStored(checkupId, account.id(), key)) {
            return;
          }
          if (!preparing) {
            throw HandedIn.over();
          }
          Statement said =
              new Statement(
                  UUID.randomUUID(),
                  checkupId,
                  kind,
                  account.id(),
                  clock.instant().truncatedTo(ChronoUnit.MICROS),
                  content.apply(statements.of(checkupId)));
          statements.add(visit, said, key);
          record.add(checkupId, account, VaultDesk.written(kind));
          then.accept(statements.of(checkupId));
        });
  }
}
