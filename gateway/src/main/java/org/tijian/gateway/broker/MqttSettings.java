package org.tijian.gateway.broker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the broker.
 *
 * @param url a broker that is there already, for example {@code tcp://broker:1883}; null for one of
 *     our own in this process
 * @param user the gateway's user at that broker
 * @param password the gateway's password at that broker
 * @param clientId the gateway's session at that broker; every process needs one of its own
 * @param sharedGroup name of the group among whose processes that broker divides the messages; null
 *     for a single process
 * @param host address our own broker listens on; {@code 0.0.0.0} for all
 * @param port port our own broker listens on; null for 1883 or the next free one
 * @param tlsPort port our own broker listens on with TLS; null for 8883 or the next free one, 0 for
 *     none
 * @param advertisedHost host shown to people who connect a device; null for the host above
 */
@ConfigurationProperties("tijian.mqtt")
public record MqttSettings(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue(GATEWAY) String clientId,
    @Nullable String sharedGroup,
    @DefaultValue("127.0.0.1") String host,
    @Nullable Integer port,
    @Nullable Integer tlsPort,
    @Nullable String advertisedHost) {

  static final String GATEWAY = "tijian-gateway";

  /** What to tell people who connect a device when the broker listens on all addresses. */
  String shownHost() {
    if (advertisedHost != null) {
      return advertisedHost;
    }
    if (!host.equals("0.0.0.0")) {
      return host;
    }
    try {
      return InetAddress.getLocalHost().getHostAddress();
    } catch (UnknownHostException e) {
      return host;
    }
  }

  /** Where the broker of our own keeps what it has not yet handed over. */
  static Path journal(Path dataDirectory) {
    return dataDirectory.resolve("broker");
  }
}
