package org.tijian.inspection.step;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Promises that were not kept in time, counted and one by one. */
@Component
class LateTable {
  private static final String MONTHS =
      """
      select to_char(promised_by at time zone 'Asia/Shanghai', 'YYYY-MM') as month, owner, count(*) as promised,
             count(*) filter (where coalesce(done_at, :now) > late_after) as late
        from promised_step
       where late_after is not null and promised_by >= :since and promised_by <= :now
       group by month, owner order by month desc, owner
      """;

  /** Of two steps with one time the later one by check-up and position comes first. */
  private static final String STEPS =
      """
      select s.checkup_id, s.position, c.number, c.site_id, s.state, s.owner, s.promised_by, s.done_at
        from promised_step s join checkup c on c.id = s.checkup_id
       where s.late_after is not null and coalesce(s.done_at, :now) > s.late_after %s
       order by s.promised_by desc, s.checkup_id desc, s.position desc limit :limit
      """;

  private static final String AFTER =
      """
      and (s.promised_by, s.checkup_id, s.position)
          < (select a.promised_by, a.checkup_id, a.position from promised_step a
              where a.checkup_id = :after and a.position = :position)
      """;

  private final JdbcClient jdbc;

  LateTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /** By Beijing month in which the promise fell due, newest first. */
  List<Month> months(Instant since, Instant now) {
    return jdbc.sql(MONTHS)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, index) ->
                new Month(
                    row.getString("month"),
                    row.getString("owner"),
                    row.getInt("promised"),
                    row.getInt("late")))
        .list();
  }

  /**
   * Newest promise first.
   *
   * @param after the last one of the page before; null for the first page
   */
  List<LateStep> steps(@Nullable Place after, int limit, Instant now) {
    JdbcClient.StatementSpec asked =
        jdbc.sql(STEPS.formatted(after == null ? "" : AFTER))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("limit", limit);
    if (after != null) {
      asked = asked.param("after", after.checkupId()).param("position", after.position());
    }
    return asked
        .query(
            (row, index) -> {
              OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
              return new LateStep(
                  new Place(row.getObject("checkup_id", UUID.class), row.getInt("position")),
                  row.getString("number"),
                  row.getLong("site_id"),
                  row.getString("state"),
                  row.getString("owner"),
                  row.getObject("promised_by", OffsetDateTime.class).toInstant(),
                  done == null ? null : done.toInstant());
            })
        .list();
  }

  /**
   * Promises of one role in one month.
   *
   * @param late of {@code promised}
   */
  record Month(String month, String owner, int promised, int late) {}

  /** Which step of which check-up. */
  record Place(UUID checkupId, int position) {}

  /**
   * @param doneAt null while it is still open
   */
  record LateStep(
      Place place,
      String number,
      long siteId,
      String state,
      String owner,
      Instant promisedBy,
      @Nullable Instant doneAt) {}
}
