package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tijian.analytics.pack.FactorColumns;

/**
 * A factor's rows of both sides in order of time. One snapshot for both: a day that is folded
 * meanwhile is neither seen twice nor missed.
 */
final class FactorRows {
  private static final int ROWS_AT_A_TIME = 10_000;

  private final MonitoringDatabase database;
  private final TransactionTemplate snapshot;

  FactorRows(MonitoringDatabase database) {
    this.database = database;
    this.snapshot = snapshot(database);
  }

  /** Transactions that see the database as it is at their first statement, and change nothing. */
  static TransactionTemplate snapshot(MonitoringDatabase database) {
    TransactionTemplate template =
        new TransactionTemplate(
            Objects.requireNonNull(database.transaction().getTransactionManager()));
    template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    template.setReadOnly(true);
    return template;
  }

  /**
   * What is asked for.
   *
   * @param wanted of folded days; rows come whole
   */
  record Question(
      long outletId,
      String factor,
      PeriodKind kind,
      Instant from,
      Instant until,
      FactorColumns.Wanted wanted) {}

  /** In a transaction also because only there PostgreSQL hands out a long result in portions. */
  void each(Question question, Consumer<FactorRow> rows) {
    Map<String, Object> asked =
        Map.of(
            "outlet", question.outletId(),
            "factor", question.factor(),
            "kind", question.kind().code(),
            "from", question.from().atOffset(ZoneOffset.UTC),
            "until", question.until().atOffset(ZoneOffset.UTC));
    snapshot.executeWithoutResult(
        status -> {
          Deque<FoldedFactor> folded =
              new ArrayDeque<>(
                  database
                      .jdbc()
                      .sql(FoldedFactor.SELECT)
                      .params(asked)
                      .query((row, n) -> FoldedFactor.read(row))
                      .list());
          database
              .jdbc()
              .sql(FactorRow.SELECT)
              .withFetchSize(ROWS_AT_A_TIME)
              .params(asked)
              .query(
                  (ResultSet row) -> {
                    FactorRow hot = FactorRow.read(row);
                    while (!folded.isEmpty() && folded.element().end() <= hot.at()) {
                      emit(folded.remove(), question, rows);
                    }
                    rows.accept(hot);
                  });
          folded.forEach(day -> emit(day, question, rows));
        });
  }

  private static void emit(FoldedFactor day, Question question, Consumer<FactorRow> rows) {
    day.each(question.from(), question.until(), question.wanted(), rows);
  }
}
