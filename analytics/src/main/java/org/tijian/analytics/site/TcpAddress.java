package org.tijian.analytics.site;

/**
 * Where data loggers reach the gateway over TCP, as it is shown to people.
 *
 * @param port 1 to 65535
 */
public record TcpAddress(String host, int port) {
  public TcpAddress {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("'%s:%d' is no address".formatted(host, port));
    }
  }
}
