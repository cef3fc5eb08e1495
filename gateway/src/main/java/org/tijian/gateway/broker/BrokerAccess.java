package org.tijian.gateway.broker;

import org.jspecify.annotations.Nullable;

/**
 * The gateway's own way into the broker.
 *
 * @param url for example {@code tcp://127.0.0.1:1883}
 * @param clientId name of the session; a persistent session belongs to it
 */
public record BrokerAccess(
    String url, @Nullable String user, @Nullable String password, String clientId) {

  /** Without the password: accesses are logged. */
  @Override
  public String toString() {
    return "%s as %s".formatted(url, clientId);
  }
}
