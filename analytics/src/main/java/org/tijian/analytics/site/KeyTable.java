package org.tijian.analytics.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.LoggerSettings.Key;

/** The table {@code logger_key}; the keys in it are enciphered, each for its logger. */
final class KeyTable {
  /** SM4 knows no other length. */
  private static final int KEY_BYTES = 16;

  /** A frame comes every minute; when a key was last used is of interest by the day. */
  private static final Duration NOTED_EVERY = Duration.ofHours(1);

  private static final String ADD =
      """
      insert into logger_key (mn, key, created_at, sealed) values (:mn, :key, :at, true)
      returning *
      """;

  private static final String OF =
      "select * from logger_key where mn = :mn order by created_at desc, id desc";

  private static final String IN_USE =
      """
      update logger_key
         set in_use_since = coalesce(in_use_since, :at), last_used_at = greatest(last_used_at, :at)
       where id = :id
      """;

  private static final String CLEAR =
      "select id, mn, key from logger_key where not sealed for update";

  private static final String SEAL =
      "update logger_key set key = :key, sealed = true where id = :id";

  private final MonitoringDatabase database;
  private final AtRest atRest;

  KeyTable(MonitoringDatabase database, AtRest atRest) {
    this.database = database;
    this.atRest = atRest;
  }

  /** Earlier releases kept keys as they are. */
  void sealWhatIsClear() {
    database.transaction().executeWithoutResult(status -> sealAll());
  }

  private void sealAll() {
    database.jdbc().sql(CLEAR).query((row, n) -> new Clear(row)).list().forEach(this::seal);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Clear(long id, String mn, byte[] key) {
    Clear(ResultSet row) throws SQLException {
      this(row.getLong("id"), row.getString("mn"), row.getBytes("key"));
    }
  }

  private void seal(Clear clear) {
    database
        .jdbc()
        .sql(SEAL)
        .param("id", clear.id())
        .param("key", atRest.seal(place(clear.mn()), clear.key()))
        .update();
  }

  Key add(String mn, byte[] key, Instant createdAt) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "an SM4 key has %d bytes, not %d".formatted(KEY_BYTES, key.length));
    }
    return database
        .jdbc()
        .sql(ADD)
        .param("mn", mn)
        .param("key", atRest.seal(place(mn), key))
        .param("at", createdAt.atOffset(ZoneOffset.UTC))
        .query((row, n) -> key(row))
        .single();
  }

  List<Key> of(String mn) {
    return database.jdbc().sql(OF).param("mn", mn).query((row, n) -> key(row)).list();
  }

  void inUse(Key key, Instant at) {
    Instant last = key.lastUsedAt();
    if (key.inUseSince() != null && last != null && at.isBefore(last.plus(NOTED_EVERY))) {
      return;
    }
    database
        .jdbc()
        .sql(IN_USE)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", key.id())
        .update();
  }

  private Key key(ResultSet row) throws SQLException {
    return new Key(
        row.getLong("id"),
        atRest.open(place(row.getString("mn")), row.getBytes("key")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("in_use_since", OffsetDateTime.class)),
        instant(row.getObject("last_used_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** A key that was moved to another logger by who may write to the database does not open. */
  private static String place(String mn) {
    return "logger_key:" + mn;
  }
}
