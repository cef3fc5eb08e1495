package org.tijian.analytics.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what {@link BatchAccounts} adds up, for the health card of a logger. */
final class HealthQueries {
  private static final String DAYS =
      """
      select * from frame_account
       where mn = :mn and day >= :from and day < :until
       order by day desc
      """;

  private static final String REFUSALS =
      """
      select day, code, frames from frame_refusal_day
       where mn = :mn and day >= :from and day < :until and frames > 0
       order by frames desc, code
      """;

  private static final String DEFECTS =
      """
      select code, max(clause) as clause, sum(frames) as frames, min(first_at) as first_at,
             max(last_at) as last_at, max(sample_frame_id) as sample_frame_id
        from frame_defect_day
       where mn = :mn and day >= :from and day < :until
       group by code
       order by sum(frames) desc, code
      """;

  private final MonitoringDatabase database;

  HealthQueries(MonitoringDatabase database) {
    this.database = database;
  }

  List<LoggerDay> days(String mn, LocalDate from, LocalDate until) {
    Map<LocalDate, List<LoggerDay.RefusalCount>> refusals = new HashMap<>();
    asked(REFUSALS, mn, from, until)
        .query(
            row -> {
              refusals
                  .computeIfAbsent(row.getObject("day", LocalDate.class), d -> new ArrayList<>())
                  .add(new LoggerDay.RefusalCount(row.getString("code"), row.getLong("frames")));
            });
    return asked(DAYS, mn, from, until).query((row, n) -> day(row, refusals)).list();
  }

  List<DefectCount> defects(String mn, LocalDate from, LocalDate until) {
    return asked(DEFECTS, mn, from, until).query((row, n) -> defect(row)).list();
  }

  private JdbcClient.StatementSpec asked(String sql, String mn, LocalDate from, LocalDate until) {
    return database.jdbc().sql(sql).param("mn", mn).param("from", from).param("until", until);
  }

  private static LoggerDay day(ResultSet row, Map<LocalDate, List<LoggerDay.RefusalCount>> refusals)
      throws SQLException {
    FrameLedger.Day account = JdbcFrameLedger.day(row);
    return new LoggerDay(
        account,
        refusals.getOrDefault(account.day(), List.of()),
        row.getLong("not_kept"),
        row.getLong("defective"),
        row.getLong("resent"),
        row.getLong("fetched"),
        row.getLong("sent_later"),
        row.getLong("out_of_order"),
        timing(row, "latency"),
        timing(row, "clock"),
        texts(row.getArray("transports")));
  }

  private static @Nullable Timing timing(ResultSet row, String name) throws SQLException {
    long frames = row.getLong(name + "_count");
    return frames == 0
        ? null
        : new Timing(
            Duration.ofMillis(Math.round((double) row.getLong(name + "_sum") / frames)),
            Duration.ofMillis(row.getLong(name + "_least")),
            Duration.ofMillis(row.getLong(name + "_most")),
            frames);
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static DefectCount defect(ResultSet row) throws SQLException {
    return new DefectCount(
        row.getString("code"),
        row.getString("clause"),
        row.getLong("frames"),
        row.getObject("first_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        row.getObject("sample_frame_id", Long.class));
  }
}
