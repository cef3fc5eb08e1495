package org.tijian.analytics.gap;

import static org.tijian.analytics.gap.SampleTimes.instant;
import static org.tijian.analytics.gap.SampleTimes.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;

/** The table {@code gap_survey}. */
final class SurveyTable {
  private static final String ENROL =
      """
      insert into gap_survey (mn, kind, outlet_id, step)
      select device.mn, kinds.kind, device.outlet_id, kinds.step
        from device
       cross join (values (2051, 60), (2061, 3600), (2031, 86400)) as kinds (kind, step)
       where not exists (select 1 from gap_survey as known
                          where known.mn = device.mn and known.kind = kinds.kind)
       order by device.mn, kinds.kind
      on conflict do nothing
      """;

  private static final String BEGIN =
      """
      update gap_survey
         set surveyed_until =
               date_bin(make_interval(secs => step), greatest(first.at, :oldest), %s)
        from (select mn, (select min(measured_at)
                            from sample
                           where sample.outlet_id = fresh.outlet_id
                             and sample.kind = :kind) as at
                from gap_survey as fresh
               where kind = :kind and surveyed_until is null) as first
       where gap_survey.mn = first.mn and gap_survey.kind = :kind and first.at is not null
      """
          .formatted(SampleTimes.ANCHOR);

  /**
   * Nearly always nothing is missing: then counting the few new periods of all loggers in one
   * statement is all there is to do. The list of names is an array so that the statement is quick
   * however little the planner knows of a table whose every row changes every minute.
   */
  private static final String PASS =
      """
      with due as (
        select mn, outlet_id, surveyed_until as from_at, make_interval(secs => step) as step,
               date_bin(make_interval(secs => step), :before, %1$s) as until_at
          from gap_survey
         where kind = :kind and surveyed_until < :before
      ), seen as (
        select due.*, extract(epoch from until_at - from_at) / extract(epoch from step) as expected,
               (select count(distinct date_bin(step, measured_at + step / 2, %1$s))
                  from sample
                 where sample.outlet_id = due.outlet_id
                   and sample.kind = :kind
                   and measured_at >= from_at - step / 2
                   and measured_at < until_at - step / 2) as present
          from due
         where until_at > from_at
      ), whole as (
        update gap_survey
           set surveyed_until = greatest(surveyed_until,
                                         date_bin(make_interval(secs => step), :before, %1$s))
         where kind = :kind
           and mn = any(array(select mn from seen where present >= expected))
      )
      select mn
        from seen
       where present < expected
         and (present > 0 or until_at - from_at >= interval '10 minutes')
       order by mn
      """
          .formatted(SampleTimes.ANCHOR);

  private static final String ONE =
      """
      select mn, kind, outlet_id, step, learned_at, surveyed_until
        from gap_survey
       where mn = :mn and kind = :kind
         for update
      """;

  private static final String ADVANCE =
      """
      update gap_survey
         set step = :step, learned_at = :learned, surveyed_until = :until
       where mn = :mn and kind = :kind
      """;

  private final MonitoringDatabase database;

  SurveyTable(MonitoringDatabase database) {
    this.database = database;
  }

  /** Until the end of the transaction at most one process surveys. */
  boolean isMyTurn() {
    return database
        .jdbc()
        .sql("select pg_try_advisory_xact_lock(hashtext('tijian.gap_survey'))")
        .query(Boolean.class)
        .single();
  }

  /** Makes room for loggers registered since. */
  void enrol() {
    database.jdbc().sql(ENROL).update();
  }

  /** Sets the marks of loggers whose first data of the kind have come. */
  void begin(PeriodKind kind, Instant oldest) {
    database.jdbc().sql(BEGIN).param("kind", kind.code()).param("oldest", utc(oldest)).update();
  }

  /**
   * Moves the marks of loggers that lack nothing.
   *
   * @param before the end of the last period that is due
   * @return the loggers that lack something; those that are silent only every ten minutes, because
   *     when a broker is away all of them are
   */
  List<String> pass(PeriodKind kind, Instant before) {
    return database
        .jdbc()
        .sql(PASS)
        .param("kind", kind.code())
        .param("before", utc(before))
        .query(String.class)
        .list();
  }

  /** The mark, which nobody else moves until the end of the transaction. */
  Optional<Mark> lock(String mn, PeriodKind kind) {
    return database
        .jdbc()
        .sql(ONE)
        .param("mn", mn)
        .param("kind", kind.code())
        .query((row, n) -> mark(row))
        .optional();
  }

  void advance(Mark mark, @Nullable Instant until) {
    database
        .jdbc()
        .sql(ADVANCE)
        .param("step", mark.step().toSeconds())
        .param("learned", utcOrNull(mark.learnedAt()))
        .param("until", utcOrNull(until))
        .param("mn", mark.mn())
        .param("kind", mark.kind().code())
        .update();
  }

  private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
    return instant == null ? null : utc(instant);
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        row.getString("mn"),
        PeriodKind.of(row.getInt("kind")),
        row.getLong("outlet_id"),
        Duration.ofSeconds(row.getLong("step")),
        row.getObject("learned_at") == null ? null : instant(row, "learned_at"),
        row.getObject("surveyed_until") == null ? null : instant(row, "surveyed_until"));
  }
}
