package org.tijian.analytics.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;

/** The settings in PostgreSQL. */
final class JdbcLoggerSettings implements LoggerSettings, AutoCloseable {
  private final DialectTable dialects;
  private final KeyTable keys;
  private final WaitingRoom room;

  JdbcLoggerSettings(MonitoringDatabase database, AtRest atRest) {
    dialects = new DialectTable(database);
    keys = new KeyTable(database, atRest);
    room = new WaitingRoom(new WaitingTable(database));
  }

  /** Of earlier releases. */
  void sealKeys() {
    keys.sealWhatIsClear();
  }

  @Override
  public Dialect dialect(String mn) {
    return dialects.of(mn);
  }

  @Override
  public Dialect dialectNow(String mn) {
    return dialects.now(mn);
  }

  @Override
  public void setDialect(String mn, Dialect dialect) {
    dialects.set(mn, dialect);
  }

  @Override
  public List<Key> keys(String mn) {
    return keys.of(mn);
  }

  @Override
  public Key addKey(String mn, byte[] key, Instant createdAt) {
    return keys.add(mn, key, createdAt);
  }

  @Override
  public void keyInUse(Key key, Instant at) {
    keys.inUse(key, at);
  }

  @Override
  public void waits(
      String mn, String transport, @Nullable String peer, @Nullable String password, Instant at) {
    room.waits(mn, transport, peer, password, at);
  }

  @Override
  public Optional<Waiting> waiting(String mn) {
    return room.waiting(mn);
  }

  @Override
  public List<Waiting> waiting(int atMost) {
    return room.waiting(atMost);
  }

  @Override
  public void leavesWaitingRoom(String mn) {
    room.leaves(mn);
  }

  @Override
  public long turnedAway() {
    return room.turnedAway();
  }

  @Override
  public void close() {
    room.write();
  }
}
