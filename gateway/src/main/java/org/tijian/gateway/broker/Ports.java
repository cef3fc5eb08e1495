package org.tijian.gateway.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** Finds a port to listen on. */
final class Ports {
  static final int MQTT = 1883;
  private static final int MQTT_TLS = 8883;
  private static final int TRIES = 20;

  private Ports() {}

  /**
   * @param wanted the port somebody asked for, which is then the only one that will do; null for
   *     the usual one or one of the next twenty
   * @throws IllegalStateException if none is free; the message names the port
   */
  static int choose(String host, @Nullable Integer wanted) {
    return choose(host, wanted, MQTT, "tijian.mqtt.port");
  }

  /** As above, for TLS; null if 0 is wanted. */
  static @Nullable Integer chooseTls(String host, @Nullable Integer wanted) {
    return wanted != null && wanted == 0
        ? null
        : choose(host, wanted, MQTT_TLS, "tijian.mqtt.tls-port");
  }

  private static int choose(String host, @Nullable Integer wanted, int usual, String setting) {
    int first = wanted == null ? usual : wanted;
    int last = wanted == null ? usual + TRIES : wanted;
    for (int port = first; port <= last; port++) {
      if (isFree(host, port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        wanted == null
            ? "MQTT ports %d to %d on %s are all taken; set %s"
                .formatted(first, last, host, setting)
            : "MQTT port %d on %s (%s) is taken by another process"
                .formatted(wanted, host, setting));
  }

  private static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
