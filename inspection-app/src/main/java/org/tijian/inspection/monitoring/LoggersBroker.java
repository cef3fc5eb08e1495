package org.tijian.inspection.monitoring;

import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.BrokerAddress;

/**
 * Where loggers reach the broker: the embedded one, or the one of {@code tijian.mqtt.url} where the
 * gateway is a process of its own.
 */
@Component
class LoggersBroker {
  private static final int MQTT = 1883;

  private final ObjectProvider<BrokerAddress> embedded;
  private final Environment settings;

  LoggersBroker(ObjectProvider<BrokerAddress> embedded, Environment settings) {
    this.embedded = embedded;
    this.settings = settings;
  }

  BrokerAddress address() {
    BrokerAddress known = embedded.getIfAvailable(this::configured);
    // "All addresses" is where a broker listens, not where anybody finds it.
    return known.host().equals("0.0.0.0")
        ? new BrokerAddress("localhost", known.port(), known.tlsPort())
        : known;
  }

  private BrokerAddress configured() {
    String url = settings.getProperty("tijian.mqtt.url", "");
    if (url.isBlank()) {
      return new BrokerAddress(
          settings.getProperty("tijian.mqtt.host", "localhost"),
          settings.getProperty("tijian.mqtt.port", Integer.class, MQTT),
          settings.getProperty("tijian.mqtt.tls-port", Integer.class));
    }
    URI uri = URI.create(url);
    return new BrokerAddress(uri.getHost(), uri.getPort() == -1 ? MQTT : uri.getPort());
  }
}
