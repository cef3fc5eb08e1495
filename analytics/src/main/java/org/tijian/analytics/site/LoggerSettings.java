package org.tijian.analytics.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;

/**
 * What is set per logger, the keys it enciphers with, its certificates, and the waiting room for
 * those nobody has registered.
 */
public interface LoggerSettings {

  /**
   * The port on PostgreSQL. Keys that an earlier release left in the clear are enciphered now.
   *
   * @param atRest enciphers the keys
   */
  static LoggerSettings on(MonitoringDatabase database, AtRest atRest) {
    JdbcLoggerSettings settings = new JdbcLoggerSettings(database, atRest);
    settings.sealKeys();
    return settings;
  }

  /** Without a secret file: for all but SM4 keys, which can be neither added nor read. */
  static LoggerSettings on(MonitoringDatabase database) {
    return new JdbcLoggerSettings(database, AtRest.none());
  }

  /** Asked once a frame, so answered from memory that is at most a few seconds old. */
  Dialect dialect(String mn);

  /**
   * As {@link #dialect}, but never from memory: for who is about to be turned away because of a
   * setting that was perhaps just changed.
   */
  Dialect dialectNow(String mn);

  /**
   * @throws IllegalArgumentException if the logger is not registered
   */
  void setDialect(String mn, Dialect dialect);

  /** Newest first; the older ones still open what was sent before the change. */
  List<Key> keys(String mn);

  /**
   * @param key 16 bytes
   * @throws IllegalArgumentException if it has another length
   */
  Key addKey(String mn, byte[] key, Instant createdAt);

  /**
   * Notes that the logger used the key: the first time stays, and the last is kept to the hour, so
   * that it may be told for every frame.
   */
  void keyInUse(Key key, Instant at);

  /**
   * Notes a logger that nobody registered, once a frame; it is in the database within a second or
   * two. Beyond the room's 1,000 places, and if the identifier is none, frames are only counted. A
   * place is free again after a week of silence.
   */
  void waits(
      String mn, String transport, @Nullable String peer, @Nullable String password, Instant at);

  Optional<Waiting> waiting(String mn);

  List<Waiting> waiting(int atMost);

  /** After registration, or because nobody knows it. */
  void leavesWaitingRoom(String mn);

  /** How many frames came from unknown loggers for which the room had no place, ever. */
  long turnedAway();

  /**
   * An SM4 key.
   *
   * @param createdAt its SKCreateTime
   * @param inUseSince when a frame could first be opened with it, or null
   * @param lastUsedAt when a frame was last opened with it, at most an hour too early, or null
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Key(
      long id,
      byte[] key,
      Instant createdAt,
      @Nullable Instant inUseSince,
      @Nullable Instant lastUsedAt) {}

  /**
   * A logger in the waiting room (等候区).
   *
   * @param passwordSha256 of the PW of its last frame; who types the same PW owns the logger
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Waiting(
      String mn,
      String transport,
      @Nullable String peer,
      byte @Nullable [] passwordSha256,
      Instant firstSeenAt,
      Instant lastSeenAt,
      long frames) {}
}
