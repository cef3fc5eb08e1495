package org.tijian.analytics.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.LoggerSettings.Waiting;

/** The tables {@code waiting_logger} and {@code waiting_room}. */
final class WaitingTable {
  static final int PLACES = 1_000;

  private static final String LOCK = "select 1 from waiting_room for update";

  /** Who has been silent for a week has given up, and must not keep others out. */
  private static final String FREE_PLACES =
      "delete from waiting_logger where last_seen_at < now() - interval '7 days'";

  private static final String SEEN_AGAIN =
      """
      update waiting_logger
         set transport = :transport, peer = :peer, password_sha256 = :password,
             last_seen_at = greatest(last_seen_at, :last), frames = frames + :frames
       where mn = :mn
      """;

  private static final String ENTER =
      """
      insert into waiting_logger
             (mn, transport, peer, password_sha256, first_seen_at, last_seen_at, frames)
      select :mn, :transport, :peer, :password, :first, :last, :frames
       where not exists (select 1 from device where mn = :mn)
      """;

  private static final String REGISTERED = "select exists (select 1 from device where mn = :mn)";

  private static final String SELECT =
      """
      select mn, transport, peer, password_sha256, first_seen_at, last_seen_at, frames
        from waiting_logger
      """;

  private final MonitoringDatabase database;

  WaitingTable(MonitoringDatabase database) {
    this.database = database;
  }

  void note(Collection<Waiting> noted, long overflow) {
    database
        .transaction()
        .executeWithoutResult(
            status -> {
              database.jdbc().sql(LOCK).query(Integer.class).single();
              database.jdbc().sql(FREE_PLACES).update();
              long places = PLACES - count();
              long turnedAway = overflow;
              for (Waiting each : noted) {
                if (write(SEEN_AGAIN, each) > 0) {
                  continue;
                }
                if (places > 0) {
                  places -= write(ENTER, each);
                } else if (!isRegistered(each.mn())) {
                  turnedAway += each.frames();
                }
              }
              turnAway(turnedAway);
            });
  }

  private long count() {
    return database.jdbc().sql("select count(*) from waiting_logger").query(Long.class).single();
  }

  private boolean isRegistered(String mn) {
    return database.jdbc().sql(REGISTERED).param("mn", mn).query(Boolean.class).single();
  }

  private int write(String sql, Waiting waiting) {
    return database
        .jdbc()
        .sql(sql)
        .param("mn", waiting.mn())
        .param("transport", waiting.transport())
        .param("peer", waiting.peer())
        .param("password", waiting.passwordSha256(), java.sql.Types.BINARY)
        .param("first", waiting.firstSeenAt().atOffset(ZoneOffset.UTC))
        .param("last", waiting.lastSeenAt().atOffset(ZoneOffset.UTC))
        .param("frames", waiting.frames())
        .update();
  }

  private void turnAway(long frames) {
    database
        .jdbc()
        .sql("update waiting_room set turned_away = turned_away + :frames")
        .param("frames", frames)
        .update();
  }

  Optional<Waiting> find(String mn) {
    return database
        .jdbc()
        .sql(SELECT + " where mn = :mn")
        .param("mn", mn)
        .query((row, n) -> waiting(row))
        .optional();
  }

  List<Waiting> newest(int atMost) {
    return database
        .jdbc()
        .sql(SELECT + " order by last_seen_at desc, mn limit :most")
        .param("most", atMost)
        .query((row, n) -> waiting(row))
        .list();
  }

  void remove(String mn) {
    database.jdbc().sql("delete from waiting_logger where mn = :mn").param("mn", mn).update();
  }

  long turnedAway() {
    return database.jdbc().sql("select turned_away from waiting_room").query(Long.class).single();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString("mn"),
        row.getString("transport"),
        row.getString("peer"),
        row.getBytes("password_sha256"),
        row.getObject("first_seen_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
        row.getLong("frames"));
  }
}
