package org.tijian.gateway.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tijian.gateway.conversation.Downlink;
import org.tijian.gateway.conversation.ReplyPath;

/**
 * The ways back to registered loggers: for each the one it was heard over last, so that a new
 * connection takes the place of the old one. Over the broker nobody learns that a logger has gone;
 * there a way stands for ten minutes.
 */
public final class Ways implements Downlink {
  private static final Duration LASTS = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final ConcurrentMap<String, Way> ways = new ConcurrentHashMap<>();

  private record Way(ReplyPath path, Instant heardAt) {}

  public Ways(InstantSource clock) {
    this.clock = clock;
  }

  /** To be told of frames of registered loggers only. */
  public void heard(String mn, ReplyPath path) {
    ways.put(mn, new Way(path, clock.instant()));
  }

  /** The way has gone; a newer one of the same logger stays. */
  public void gone(String mn, ReplyPath path) {
    ways.computeIfPresent(mn, (key, way) -> way.path() == path ? null : way);
  }

  @Override
  public List<String> connected() {
    Instant oldest = clock.instant().minus(LASTS);
    ways.values().removeIf(way -> way.heardAt().isBefore(oldest));
    return List.copyOf(ways.keySet());
  }

  @Override
  public Optional<ReplyPath> to(String mn) {
    Instant oldest = clock.instant().minus(LASTS);
    return Optional.ofNullable(ways.get(mn))
        .filter(way -> !way.heardAt().isBefore(oldest))
        .map(Way::path);
  }
}
