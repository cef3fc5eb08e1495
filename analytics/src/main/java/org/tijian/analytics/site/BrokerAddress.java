package org.tijian.analytics.site;

import org.jspecify.annotations.Nullable;

/**
 * Where data loggers reach the MQTT broker, as it is shown to people.
 *
 * @param port 1 to 65535
 * @param tlsPort the same with TLS; null if there is none
 */
public record BrokerAddress(String host, int port, @Nullable Integer tlsPort) {
  public BrokerAddress {
    if (host.isBlank() || !isPort(port) || (tlsPort != null && !isPort(tlsPort))) {
      throw new IllegalArgumentException(
          "'%s:%d', TLS %s, is no address".formatted(host, port, tlsPort));
    }
  }

  /** A broker without TLS. */
  public BrokerAddress(String host, int port) {
    this(host, port, null);
  }

  private static boolean isPort(int port) {
    return port >= 1 && port <= 65_535;
  }
}
