package org.tijian.inspection.monitoring;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.TcpAddress;

/**
 * What to type into a logger. Where the gateway is a process of its own, its addresses come from
 * the settings that both processes are given.
 */
@Component
class LoggerConnections {
  private final LoggersBroker broker;
  private final ObjectProvider<TcpAddress> tcp;
  private final Environment settings;

  LoggerConnections(LoggersBroker broker, ObjectProvider<TcpAddress> tcp, Environment settings) {
    this.broker = broker;
    this.tcp = tcp;
    this.settings = settings;
  }

  /**
   * @param tcpPort null if loggers cannot come over TCP, or nobody told this process
   */
  record Connection(
      String mqttHost,
      int mqttPort,
      @Nullable Integer mqttTlsPort,
      String topicUp,
      String topicDown,
      String tcpHost,
      @Nullable Integer tcpPort) {}

  Connection of(Device device) {
    BrokerAddress address = broker.address();
    TcpAddress line = tcp.getIfAvailable();
    return new Connection(
        address.host(),
        address.port(),
        address.tlsPort(),
        device.frameTopic(),
        device.downTopic(),
        line == null ? address.host() : shown(line.host()),
        line == null ? configured() : Integer.valueOf(line.port()));
  }

  /** 0 switches the door off. */
  private @Nullable Integer configured() {
    Integer port = settings.getProperty("tijian.tcp.port", Integer.class);
    return port == null || port == 0 ? null : port;
  }

  /** "All addresses" is where a server listens, not where anybody finds it. */
  private static String shown(String host) {
    return host.equals("0.0.0.0") ? "localhost" : host;
  }
}
