package org.tijian.gateway.inbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoint connects to and how much it takes at a time.
 *
 * @param url for example {@code tcp://127.0.0.1:1883}
 * @param clientId names the persistent session in which the broker keeps messages for us
 * @param filters topics to subscribe to
 * @param batch most messages in one exchange
 * @param window most messages the broker sends ahead of our acknowledgements: the back-pressure
 * @param firstPause pause after a failed attempt to connect or to store; doubles up to {@code
 *     longestPause}
 * @param joinsMessages whether a frame may be spread over several messages: not where the broker
 *     divides a logger's messages among several processes
 * @param patience how long the rest of a frame is waited for
 */
public record InboxSettings(
    String url,
    @Nullable String user,
    @Nullable String password,
    String clientId,
    List<String> filters,
    int batch,
    int window,
    Duration firstPause,
    Duration longestPause,
    boolean joinsMessages,
    Duration patience) {

  /** With the batch and the window that performed well on two cores. */
  public InboxSettings(
      String url,
      @Nullable String user,
      @Nullable String password,
      String clientId,
      List<String> filters,
      boolean joinsMessages,
      Duration patience) {
    this(
        url,
        user,
        password,
        clientId,
        filters,
        500,
        2_000,
        Duration.ofMillis(100),
        Duration.ofSeconds(3),
        joinsMessages,
        patience);
  }

  /**
   * Messages that a worker may hold back for unfinished frames: all workers together half of what
   * the broker sends ahead.
   */
  int mostHeld() {
    return window / 2 / InboxConsumer.WORKERS;
  }

  /** Without the password: settings are logged. */
  @Override
  public String toString() {
    return "%s as %s, topics %s".formatted(url, clientId, filters);
  }
}
