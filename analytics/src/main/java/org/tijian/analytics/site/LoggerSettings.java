package org.tijian.analytics.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is set per logger, the keys it enciphers with, its certificates, and the waiting room for
 * those nobody has registered.
 */
public interface LoggerSettings {

  /** Asked once a frame, so answered from memory that is at most a few seconds old. */
  Dialect dialect(String mn);

  void setDialect(String mn, Dialect dialect);

  /** Newest first; the older ones still open what was sent before the change. */
  List<Key> keys(String mn);

  /**
   * @param key 16 bytes
   * @throws IllegalArgumentException if it has another length
   */
  Key addKey(String mn, byte[] key, Instant createdAt);

  /** Notes that the logger uses the key. */
  void keyInUse(long keyId, Instant at);

  /** Notes a logger that nobody registered; beyond the room's size it is only counted. */
  void waits(
      String mn, String transport, @Nullable String peer, @Nullable String password, Instant at);

  Optional<Waiting> waiting(String mn);

  List<Waiting> waiting(int atMost);

  /** After registration, or because nobody knows it. */
  void leavesWaitingRoom(String mn);

  /** How many unknown identifiers did not fit into the room, ever. */
  long turnedAway();

  /**
   * An SM4 key.
   *
   * @param createdAt its SKCreateTime
   * @param inUseSince when a frame could first be opened with it, or null
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Key(long id, byte[] key, Instant createdAt, @Nullable Instant inUseSince) {}

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
