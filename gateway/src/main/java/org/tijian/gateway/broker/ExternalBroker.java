package org.tijian.gateway.broker;

import java.net.URI;
import java.util.List;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.gateway.inbox.Source;

/** A broker that runs elsewhere, with its own users and its own rules on topics. */
record ExternalBroker(BrokerAccess access, BrokerAddress address) implements Broker {

  static ExternalBroker of(String url, MqttSettings settings) {
    URI uri = URI.create(url);
    String host = settings.advertisedHost() == null ? uri.getHost() : settings.advertisedHost();
    int port = uri.getPort() < 0 ? Ports.MQTT : uri.getPort();
    return new ExternalBroker(
        new BrokerAccess(url, settings.user(), settings.password(), settings.clientId()),
        new BrokerAddress(host, port));
  }

  @Override
  public void gatewayConnects() {}

  /** Its door is not ours to open. */
  @Override
  public void openForDevices() {}

  @Override
  public boolean isRunning() {
    return true;
  }

  @Override
  public void stored(String mn) {}

  @Override
  public List<Source> sources() {
    return List.of();
  }
}
