package org.tijian.analytics.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.LoggerSettings.Key;

/** The table {@code logger_key}. */
final class KeyTable {
  /** SM4 knows no other length. */
  private static final int KEY_BYTES = 16;

  private static final String ADD =
      """
      insert into logger_key (mn, key, created_at) values (:mn, :key, :at)
      returning id, key, created_at, in_use_since
      """;

  private static final String OF =
      """
      select id, key, created_at, in_use_since from logger_key where mn = :mn
       order by created_at desc, id desc
      """;

  private static final String IN_USE =
      "update logger_key set in_use_since = :at where id = :id and in_use_since is null";

  private final MonitoringDatabase database;

  KeyTable(MonitoringDatabase database) {
    this.database = database;
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
        .param("key", key)
        .param("at", createdAt.atOffset(ZoneOffset.UTC))
        .query((row, n) -> key(row))
        .single();
  }

  List<Key> of(String mn) {
    return database.jdbc().sql(OF).param("mn", mn).query((row, n) -> key(row)).list();
  }

  void inUse(long keyId, Instant at) {
    database
        .jdbc()
        .sql(IN_USE)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", keyId)
        .update();
  }

  private static Key key(ResultSet row) throws SQLException {
    OffsetDateTime since = row.getObject("in_use_since", OffsetDateTime.class);
    return new Key(
        row.getLong("id"),
        row.getBytes("key"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        since == null ? null : since.toInstant());
  }
}
