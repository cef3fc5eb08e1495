package org.tijian.analytics.site;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.tijian.analytics.reading.MonitoringDatabase;
import tools.jackson.databind.json.JsonMapper;

/**
 * The column {@code device.dialect}. All of them are held in memory, for few loggers differ from
 * the standard, and unknown identifiers, of which there may be any number, take no room.
 */
final class DialectTable {
  private static final Logger log = LoggerFactory.getLogger(DialectTable.class);

  /** How long another process may go on with an old dialect. */
  private static final Duration HELD = Duration.ofSeconds(2);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MonitoringDatabase database;
  private volatile @Nullable Snapshot snapshot;

  DialectTable(MonitoringDatabase database) {
    this.database = database;
  }

  private record Held(String json, Dialect dialect) {}

  private record Snapshot(Map<String, Held> dialects, long takenAtNanos) {
    boolean isFresh() {
      return System.nanoTime() - takenAtNanos < HELD.toNanos();
    }
  }

  Dialect of(String mn) {
    Snapshot known = snapshot;
    if (known == null || !known.isFresh()) {
      known = refreshed();
    }
    Held held = known.dialects().get(mn);
    return held == null ? Dialect.STANDARD : held.dialect();
  }

  /** Asks the database. */
  Dialect now(String mn) {
    return database
        .jdbc()
        .sql("select dialect from device where mn = :mn and dialect is not null")
        .param("mn", mn)
        .query((row, n) -> JSON.readValue(row.getString("dialect"), Dialect.class))
        .optional()
        .orElse(Dialect.STANDARD);
  }

  /** Only one asks; while the database is away, what was true last goes on. */
  private synchronized Snapshot refreshed() {
    Snapshot last = snapshot;
    if (last != null && last.isFresh()) {
      return last;
    }
    Snapshot taken;
    try {
      taken = new Snapshot(read(last), System.nanoTime());
    } catch (DataAccessException e) {
      if (last == null) {
        throw e;
      }
      log.warn("dialects cannot be read, the last ones stay: {}", e.toString());
      taken = new Snapshot(last.dialects(), System.nanoTime());
    }
    snapshot = taken;
    return taken;
  }

  private Map<String, Held> read(@Nullable Snapshot last) {
    Map<String, Held> dialects = new HashMap<>();
    database
        .jdbc()
        .sql("select mn, dialect from device where dialect is not null")
        .query(
            row -> {
              String mn = row.getString("mn");
              String json = row.getString("dialect");
              Held before = last == null ? null : last.dialects().get(mn);
              dialects.put(
                  mn,
                  before != null && before.json().equals(json)
                      ? before
                      : new Held(json, JSON.readValue(json, Dialect.class)));
            });
    return dialects;
  }

  void set(String mn, Dialect dialect) {
    int changed =
        database
            .jdbc()
            .sql("update device set dialect = cast(:dialect as jsonb) where mn = :mn")
            .param("dialect", JSON.writeValueAsString(Objects.requireNonNull(dialect)))
            .param("mn", mn)
            .update();
    if (changed == 0) {
      throw new IllegalArgumentException("device %s is not registered".formatted(mn));
    }
    snapshot = null;
  }
}
