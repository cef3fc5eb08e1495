package org.tijian.inspection.step;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Promises in the vault database; of each check-up one is open at most. */
@Component
class StepTable {
  private static final String ADD =
      """
      insert into promised_step (checkup_id, position, state, owner, begun_at, promised_by, late_after)
      values (:checkup, :position, :state, :owner, :begun, :promised, :late)
      """;
  private static final String NEXT =
      "select coalesce(max(position) + 1, 0) from promised_step where checkup_id = :checkup";

  /** What came to be before there were clocks, or was changed past them. */
  private static final String WITHOUT =
      """
      select c.id from checkup c
       where c.state not in ('Closed', 'Withdrawn', 'Excluded')
         and not exists (select from promised_step s where s.checkup_id = c.id and s.done_at is null)
       limit 500
      """;

  /** Within a day of a promise that was longer than a day, or past it. */
  private static final String TO_TELL =
      """
      select * from promised_step
       where done_at is null and promised_by < :now + interval '1 day'
         and ((not soon_told and promised_by - begun_at > interval '1 day') or (not late_told and late_after < :now))
       order by promised_by limit 500
         for update skip locked
      """;

  private static final String COUNTS =
      """
      select state, owner,
             count(*) filter (where done_at >= :since) as done,
             count(*) filter (where done_at >= :since and done_at > late_after) as late,
             count(*) filter (where done_at is null) as open,
             count(*) filter (where done_at is null and late_after < :now) as open_late
        from promised_step
       where promised_by is not null and (done_at is null or done_at >= :since)
       group by state, owner order by state, owner
      """;

  private final JdbcClient jdbc;

  StepTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  Optional<Step> open(UUID checkupId) {
    return jdbc.sql("select * from promised_step where checkup_id = :checkup and done_at is null")
        .param("checkup", checkupId)
        .query(StepTable::read)
        .optional();
  }

  int nextPosition(UUID checkupId) {
    return jdbc.sql(NEXT).param("checkup", checkupId).query(Integer.class).single();
  }

  void add(Step step) {
    jdbc.sql(ADD)
        .param("checkup", step.checkupId())
        .param("position", step.position())
        .param("state", step.state())
        .param("owner", step.owner())
        .param("begun", utc(step.begunAt()))
        .param("promised", utc(step.promisedBy()))
        .param("late", utc(step.lateAfter()))
        .update();
  }

  void done(UUID checkupId, Instant at) {
    jdbc.sql(
            "update promised_step set done_at = :at where checkup_id = :checkup and done_at is null")
        .param("at", utc(at))
        .param("checkup", checkupId)
        .update();
  }

  List<UUID> without() {
    return jdbc.sql(WITHOUT).query(UUID.class).list();
  }

  /** Steps whose owner is to be told something; nobody else takes them until the caller is done. */
  List<Step> toTell(Instant now) {
    return jdbc.sql(TO_TELL).param("now", utc(now)).query(StepTable::read).list();
  }

  void told(Step step, boolean late) {
    jdbc.sql(
            "update promised_step set soon_told = true, late_told = late_told or :late where checkup_id = :checkup and position = :position")
        .param("late", late)
        .param("checkup", step.checkupId())
        .param("position", step.position())
        .update();
  }

  List<ClockCount> counts(Instant since, Instant now) {
    return jdbc.sql(COUNTS)
        .param("since", utc(since))
        .param("now", utc(now))
        .query(
            (row, index) ->
                new ClockCount(
                    row.getString("state"),
                    row.getString("owner"),
                    row.getInt("done"),
                    row.getInt("late"),
                    row.getInt("open"),
                    row.getInt("open_late")))
        .list();
  }

  private static Step read(ResultSet row, int index) throws SQLException {
    return new Step(
        row.getObject("checkup_id", UUID.class),
        row.getInt("position"),
        row.getString("state"),
        row.getString("owner"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("promised_by", OffsetDateTime.class)),
        instant(row.getObject("late_after", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  /**
   * Promises of a kind.
   *
   * @param done kept or broken within the time that is counted
   * @param late of {@code done}
   * @param openLate of {@code open}
   */
  record ClockCount(String state, String owner, int done, int late, int open, int openLate) {}
}
