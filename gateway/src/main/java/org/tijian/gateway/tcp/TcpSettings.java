package org.tijian.gateway.tcp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the TCP door.
 *
 * @param host address to listen on; {@code 0.0.0.0} for all
 * @param port null for 9212 or the next free one; 0 for no TCP door at all
 * @param advertisedHost host shown to people who connect a logger; null for the host above
 * @param connections most connections at a time
 * @param connectionsPerAddress most of them from one address: loggers of a region share one behind
 *     a carrier's translation, so the number is no small one
 * @param idle a connection that sends nothing for so long is closed
 * @param firstFrame a new connection that sends no frame for so long is closed
 * @param patience how long the rest of a frame is waited for
 */
@ConfigurationProperties("tijian.tcp")
public record TcpSettings(
    @DefaultValue("127.0.0.1") String host,
    @Nullable Integer port,
    @Nullable String advertisedHost,
    @DefaultValue("20000") int connections,
    @DefaultValue("2000") int connectionsPerAddress,
    @DefaultValue("15m") Duration idle,
    @DefaultValue("60s") Duration firstFrame,
    @DefaultValue("30s") Duration patience) {

  static final int USUAL_PORT = 9212;

  public boolean isOff() {
    return port != null && port == 0;
  }
}
