package org.tijian.analytics.gap;

import static org.tijian.analytics.gap.SampleTimes.instant;
import static org.tijian.analytics.gap.SampleTimes.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;

/** The table {@code gap}: what is fetched. */
final class FetchTable {
  private static final String STATE =
      GapTable.COLUMNS + ", step, settled_from, slice_from, slice_until, slice_missing, tries";

  /**
   * Something has come after the gap or of it, so the line is there, or it has stood open for long;
   * and nothing comes by itself.
   */
  private static final String RIPE =
      """
      state in ('OPEN', 'UNANSWERED')
        and found_at <= :ripe
        and (grew_at is null or grew_at <= :ripe)
        and (gap.not_before is null or gap.not_before <= :now)
        and exists (select 1 from gap_survey as survey
                     where survey.mn = gap.mn and survey.kind = gap.kind
                       and (gap.until_at < survey.surveyed_until or gap.recovered > 0
                            or gap.found_at <= :edge)
                       and (survey.not_before is null or survey.not_before <= :now))
        and not exists (select 1 from gap as asked
                         where asked.mn = gap.mn and asked.state = 'ASKED')
      """;

  private static final String WAITING =
      "select distinct mn from gap where " + RIPE + " order by mn";

  private static final String NEXT =
      """
      select %s from gap
       where mn = :mn and %s
       order by until_at desc, kind
       limit 1
         for update skip locked
      """
          .formatted(STATE, RIPE);

  /** Whoever has this row asks the logger; several gateways may hear the same one. */
  private static final String TURN =
      "select 1 from gap_survey where mn = :mn and kind = 2051 for update skip locked";

  private static final String ASKED = "select %s from gap where state = 'ASKED' order by id";

  private static final String LOCK =
      "select %s from gap where id = :id and state = 'ASKED' for update".formatted(STATE);

  private static final String ASK =
      """
      update gap
         set state = 'ASKED', command_id = :command, attempts = attempts + 1, slice_from = :from,
             slice_until = :until, slice_missing = :periods, not_before = null
       where id = :id
      """;

  private static final String SETTLE =
      """
      update gap
         set state = :state, closed_at = :closed, settled_from = :settled, tries = :tries,
             not_before = :before
       where id = :id
      """;

  private static final String ANSWERED =
      """
      update gap_survey set unanswered = 0, not_before = null
       where mn = :mn and kind = :kind and unanswered > 0
      """;

  private static final String UNANSWERED =
      """
      update gap_survey set unanswered = unanswered + 1
       where mn = :mn and kind = :kind
      returning unanswered
      """;

  private static final String PAUSE =
      "update gap_survey set not_before = :before where mn = :mn and kind = :kind";

  private final MonitoringDatabase database;
  private final GapRules rules;

  FetchTable(MonitoringDatabase database, GapRules rules) {
    this.database = database;
    this.rules = rules;
  }

  List<String> waiting(Instant now) {
    return ripe(WAITING, now).query(String.class).list();
  }

  /** The newest gap to ask the logger for; empty if another process has the logger in hand. */
  Optional<Fetching> next(String mn, Instant now) {
    if (database.jdbc().sql(TURN).param("mn", mn).query(Integer.class).optional().isEmpty()) {
      return Optional.empty();
    }
    return ripe(NEXT, now).param("mn", mn).query((row, n) -> fetching(row)).optional();
  }

  private JdbcClient.StatementSpec ripe(String sql, Instant now) {
    return database
        .jdbc()
        .sql(sql)
        .param("now", utc(now))
        .param("ripe", utc(now.minus(rules.ripe())))
        .param("edge", utc(now.minus(rules.edge())));
  }

  List<Gap> asked() {
    return database
        .jdbc()
        .sql(ASKED.formatted(GapTable.COLUMNS))
        .query((row, n) -> GapTable.gap(row))
        .list();
  }

  Optional<Fetching> lockAsked(long id) {
    return database.jdbc().sql(LOCK).param("id", id).query((row, n) -> fetching(row)).optional();
  }

  void ask(Slice slice, long commandId) {
    database
        .jdbc()
        .sql(ASK)
        .param("id", slice.gapId())
        .param("command", commandId)
        .param("from", utc(slice.from()))
        .param("until", utc(slice.until()))
        .param("periods", slice.periods())
        .update();
  }

  void close(Fetching fetching, Gap.State state, Instant at) {
    settle(fetching, state, at, fetching.settledFrom(), 0, null);
  }

  void reopen(Fetching fetching, Gap.State state, Instant settledFrom, int tries) {
    settle(fetching, state, null, settledFrom, tries, null);
  }

  void postpone(Fetching fetching, Instant until) {
    settle(fetching, Gap.State.OPEN, null, fetching.settledFrom(), fetching.tries(), until);
  }

  private void settle(
      Fetching fetching,
      Gap.State state,
      @Nullable Instant closedAt,
      Instant settledFrom,
      int tries,
      @Nullable Instant notBefore) {
    database
        .jdbc()
        .sql(SETTLE)
        .param("id", fetching.gap().id())
        .param("state", state.name())
        .param("closed", closedAt == null ? null : utc(closedAt))
        .param("settled", utc(settledFrom))
        .param("tries", tries)
        .param("before", notBefore == null ? null : utc(notBefore))
        .update();
  }

  void answered(String mn, PeriodKind kind) {
    database.jdbc().sql(ANSWERED).param("mn", mn).param("kind", kind.code()).update();
  }

  /** Leaves the logger alone with this kind of data for a while, longer each time. */
  void unanswered(String mn, PeriodKind kind, Instant now) {
    int times =
        database
            .jdbc()
            .sql(UNANSWERED)
            .param("mn", mn)
            .param("kind", kind.code())
            .query(Integer.class)
            .single();
    database
        .jdbc()
        .sql(PAUSE)
        .param("before", utc(now.plus(rules.pause(times))))
        .param("mn", mn)
        .param("kind", kind.code())
        .update();
  }

  private static Fetching fetching(ResultSet row) throws SQLException {
    return new Fetching(
        GapTable.gap(row),
        Duration.ofSeconds(row.getLong("step")),
        instant(row, "settled_from"),
        row.getObject("slice_from") == null ? null : instant(row, "slice_from"),
        row.getObject("slice_until") == null ? null : instant(row, "slice_until"),
        row.getInt("slice_missing"),
        row.getInt("tries"));
  }
}
