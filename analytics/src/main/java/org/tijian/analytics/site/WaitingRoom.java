package org.tijian.analytics.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.tijian.analytics.site.LoggerSettings.Waiting;

/**
 * Notes unknown loggers: in memory when a frame comes, in the database a second later, all at once.
 * Memory and table are bounded, whoever makes up how many identifiers.
 */
final class WaitingRoom {
  private static final Logger log = LoggerFactory.getLogger(WaitingRoom.class);
  private static final Executor IN_A_SECOND =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private static final int PEER_LETTERS = 64;

  private final WaitingTable table;
  private final Map<String, Waiting> unwritten = new LinkedHashMap<>();
  private long overflow;
  private boolean scheduled;

  WaitingRoom(WaitingTable table) {
    this.table = table;
  }

  synchronized void waits(
      String mn, String transport, @Nullable String peer, @Nullable String password, Instant at) {
    Waiting before = unwritten.get(mn);
    if (before == null && (unwritten.size() >= WaitingTable.PLACES || !Device.isMn(mn))) {
      overflow++;
    } else {
      unwritten.put(
          mn,
          new Waiting(
              mn,
              transport,
              peer == null ? null : shortened(peer),
              password == null ? null : sha256(password),
              before == null ? at : before.firstSeenAt(),
              at,
              before == null ? 1 : before.frames() + 1));
    }
    schedule();
  }

  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      IN_A_SECOND.execute(this::write);
    }
  }

  /** Writes what was noted; if the database is away, later. */
  void write() {
    Collection<Waiting> noted;
    long tooMany;
    synchronized (this) {
      scheduled = false;
      noted = List.copyOf(unwritten.values());
      tooMany = overflow;
      unwritten.clear();
      overflow = 0;
    }
    if (noted.isEmpty() && tooMany == 0) {
      return;
    }
    try {
      table.note(noted, tooMany);
    } catch (DataAccessException | TransactionException e) {
      log.warn("the waiting room cannot be written, trying again: {}", e.toString());
      takeBack(noted, tooMany);
    }
  }

  private synchronized void takeBack(Collection<Waiting> noted, long tooMany) {
    overflow += tooMany;
    for (Waiting each : noted) {
      Waiting since = unwritten.get(each.mn());
      if (since == null && unwritten.size() >= WaitingTable.PLACES) {
        overflow++;
      } else {
        unwritten.put(each.mn(), since == null ? each : joined(each, since));
      }
    }
    schedule();
  }

  private static Waiting joined(Waiting earlier, Waiting later) {
    return new Waiting(
        later.mn(),
        later.transport(),
        later.peer(),
        later.passwordSha256(),
        earlier.firstSeenAt(),
        later.lastSeenAt(),
        earlier.frames() + later.frames());
  }

  Optional<Waiting> waiting(String mn) {
    write();
    return table.find(mn);
  }

  List<Waiting> waiting(int atMost) {
    write();
    return table.newest(atMost);
  }

  void leaves(String mn) {
    synchronized (this) {
      unwritten.remove(mn);
    }
    table.remove(mn);
  }

  long turnedAway() {
    write();
    return table.turnedAway();
  }

  private static String shortened(String peer) {
    return peer.length() <= PEER_LETTERS ? peer : peer.substring(0, PEER_LETTERS);
  }

  private static byte[] sha256(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
