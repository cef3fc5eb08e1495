package org.tijian.analytics.gap;

import static org.tijian.analytics.gap.SampleTimes.instant;
import static org.tijian.analytics.gap.SampleTimes.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;

/** The table {@code gap}: entering, counting and reading. */
final class GapTable {
  static final String COLUMNS =
      """
      id, outlet_id, mn, kind, from_at, until_at, missing, recovered, state, command_id, attempts,
      found_at, closed_at
      """;

  private static final String SPANS =
      """
      select from_at, until_at
        from gap
       where mn = :mn and kind = :kind and from_at < :until and until_at > :from
       order by from_at
      """;

  /** As long as nobody has asked for it, what follows a gap at once is part of it. */
  private static final String EXTEND =
      """
      update gap
         set until_at = :until, settled_from = :until, missing = missing + :missing
       where mn = :mn and kind = :kind and until_at = :from and step = :step
         and state = 'OPEN' and attempts = 0
      """;

  private static final String ENTER =
      """
      insert into gap (outlet_id, mn, kind, step, from_at, until_at, settled_from, missing, state,
                       found_at)
      values (:outlet, :mn, :kind, :step, :from, :until, :until, :missing, 'OPEN', :now)
      on conflict do nothing
      """;

  /** What came without being asked for may bring more: {@code grew_at}. */
  private static final String RECOUNT =
      """
      update gap
         set recovered = seen.present,
             grew_at = case when state = 'ASKED' then grew_at else :now end,
             state = case when state <> 'ASKED' and seen.present >= missing then 'HEALED'
                          else state end,
             closed_at = case when state <> 'ASKED' and seen.present >= missing then :now
                              else closed_at end
        from (select id, least(missing,
                     (select count(distinct date_bin(make_interval(secs => step),
                                                     measured_at + make_interval(secs => step / 2.0),
                                                     %s))
                        from sample
                       where sample.outlet_id = counted.outlet_id
                         and sample.kind = counted.kind
                         and measured_at >= from_at - make_interval(secs => step / 2.0)
                         and measured_at < until_at - make_interval(secs => step / 2.0))) as present
                from gap as counted
               where state <> 'HEALED' and %s
               order by id) as seen
       where seen.id = gap.id and seen.present <> gap.recovered
      """;

  private static final String RECOUNT_YOUNG =
      RECOUNT.formatted(SampleTimes.ANCHOR, "found_at >= :since");
  private static final String RECOUNT_LOGGER =
      RECOUNT.formatted(SampleTimes.ANCHOR, "mn = :mn and counted.kind = :kind");
  private static final String RECOUNT_ONE = RECOUNT.formatted(SampleTimes.ANCHOR, "id = :id");

  private static final String OF_OUTLET =
      """
      select %s
        from gap
       where outlet_id = :outlet and (closed_at is null or closed_at >= :since)
       order by until_at desc, id desc
      """
          .formatted(COLUMNS);

  private final MonitoringDatabase database;

  GapTable(MonitoringDatabase database) {
    this.database = database;
  }

  /** What is in the book already of a span, oldest first. */
  List<Run> spans(String mn, PeriodKind kind, Instant from, Instant until) {
    return database
        .jdbc()
        .sql(SPANS)
        .param("mn", mn)
        .param("kind", kind.code())
        .param("from", utc(from))
        .param("until", utc(until))
        .query((row, n) -> new Run(instant(row, "from_at"), instant(row, "until_at")))
        .list();
  }

  void enter(Mark mark, Run run, Instant now) {
    var extend = database.jdbc().sql(EXTEND);
    var enter = database.jdbc().sql(ENTER).param("outlet", mark.outletId()).param("now", utc(now));
    for (var statement : List.of(extend, enter)) {
      int done =
          statement
              .param("mn", mark.mn())
              .param("kind", mark.kind().code())
              .param("step", mark.step().toSeconds())
              .param("from", utc(run.from()))
              .param("until", utc(run.until()))
              .param("missing", run.periods(mark.step()))
              .update();
      if (done > 0) {
        return;
      }
    }
  }

  /** Counts anew what has come of the gaps found since. */
  void recountSince(Instant since, Instant now) {
    database.jdbc().sql(RECOUNT_YOUNG).param("since", utc(since)).param("now", utc(now)).update();
  }

  void recount(String mn, PeriodKind kind, Instant now) {
    database
        .jdbc()
        .sql(RECOUNT_LOGGER)
        .param("mn", mn)
        .param("kind", kind.code())
        .param("now", utc(now))
        .update();
  }

  /**
   * @return whether something has come
   */
  boolean recount(long id, Instant now) {
    return database.jdbc().sql(RECOUNT_ONE).param("id", id).param("now", utc(now)).update() > 0;
  }

  List<Gap> ofOutlet(long outletId, Instant closedSince) {
    return database
        .jdbc()
        .sql(OF_OUTLET)
        .param("outlet", outletId)
        .param("since", utc(closedSince))
        .query((row, n) -> gap(row))
        .list();
  }

  static Gap gap(ResultSet row) throws SQLException {
    return new Gap(
        row.getLong("id"),
        row.getLong("outlet_id"),
        row.getString("mn"),
        PeriodKind.of(row.getInt("kind")),
        instant(row, "from_at"),
        instant(row, "until_at"),
        row.getInt("missing"),
        row.getInt("recovered"),
        Gap.State.valueOf(row.getString("state")),
        row.getObject("command_id", Long.class),
        row.getInt("attempts"),
        instant(row, "found_at"),
        row.getObject("closed_at") == null ? null : instant(row, "closed_at"));
  }
}
