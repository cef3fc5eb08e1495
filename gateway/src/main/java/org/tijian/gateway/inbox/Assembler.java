package org.tijian.gateway.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins frames that a logger spread over several messages of its topic. A message stays
 * unacknowledged until everything in it is stored, so a frame that was begun survives the end of
 * this process: the broker sends its messages again. Loggers that cut very small hold many
 * messages; beyond a limit the one that holds most loses its unfinished frame to quarantine, so
 * that the broker's window stays open for all others.
 *
 * <p>Of the {@link BatchWorker} that has taken its lane only.
 */
final class Assembler {
  private final InboxSettings settings;
  private final Map<String, Chunks> unfinished = new HashMap<>();
  private volatile boolean idle = true;

  Assembler(InboxSettings settings) {
    this.settings = settings;
  }

  /** On any thread. */
  boolean isIdle() {
    return idle;
  }

  Work take(Delivery delivery) {
    RawMessage message = delivery.message();
    String mn = message.from().mn();
    if (mn == null || !isChunked(message)) {
      return Work.of(delivery);
    }
    Chunks known = alive(mn);
    if (known == null && isWhole(message.payload())) {
      return Work.of(delivery);
    }
    Chunks chunks = known == null ? new Chunks(settings.patience()) : known;
    Work work = chunks.take(delivery);
    if (chunks.isEmpty()) {
      unfinished.remove(mn);
    } else {
      unfinished.put(mn, chunks);
    }
    return work;
  }

  private static boolean isWhole(byte[] payload) {
    return WholeFrame.is(payload) || Wrapping.isSuspected(payload);
  }

  private boolean isChunked(RawMessage message) {
    return settings.joinsMessages() && message.from().proven() && message.format() == Format.HJ212;
  }

  /** What came over a dead connection comes again, from its first byte. */
  private @Nullable Chunks alive(String mn) {
    Chunks chunks = unfinished.get(mn);
    if (chunks != null && !chunks.isAlive()) {
      unfinished.remove(mn);
      return null;
    }
    return chunks;
  }

  /** What is not waited for any longer. */
  List<Work> ripe(Instant now) {
    unfinished.values().removeIf(chunks -> !chunks.isAlive());
    List<Work> ripe = new ArrayList<>();
    unfinished.values().forEach(chunks -> chunks.ripe(now).ifPresent(ripe::add));
    while (held() > settings.mostHeld()) {
      largest().map(Chunks::giveUp).ifPresent(ripe::add);
    }
    unfinished.values().removeIf(Chunks::isEmpty);
    idle = unfinished.isEmpty();
    return ripe;
  }

  private int held() {
    return unfinished.values().stream().mapToInt(Chunks::messages).sum();
  }

  private Optional<Chunks> largest() {
    return unfinished.values().stream().max(Comparator.comparingInt(Chunks::messages));
  }
}
