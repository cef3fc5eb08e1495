package org.tijian.gateway.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.analytics.site.CertificateAuthority;

/** Where devices come in: one door without TLS and, unless it is switched off, one with. */
final class Doors {
  private static final Logger log = LoggerFactory.getLogger(Doors.class);

  /** A client without the right to a topic is told so (MQTT 5) or disconnected (3.1.1). */
  static final Map<String, Object> MQTT_RULES =
      Map.of(
          "closeMqttConnectionOnPublishAuthorizationFailure", "true",
          "maximumPacketSize", "262144");

  private static final String PLAIN =
      "tcp://%s:%d?protocols=MQTT;"
          + "closeMqttConnectionOnPublishAuthorizationFailure=%s;maximumPacketSize=%s;"
          // The fewer there are, the more each finds to do when it is woken.
          + "remotingThreads=%d";

  private final MqttSettings settings;
  private final BrokerAddress address;
  private final @Nullable TransportConfiguration tls;

  private Doors(
      MqttSettings settings, BrokerAddress address, @Nullable TransportConfiguration tls) {
    this.settings = settings;
    this.address = address;
    this.tls = tls;
  }

  /** Chooses the ports; nothing is open yet. */
  static Doors of(MqttSettings settings, Path dataDirectory, CertificateAuthority authority) {
    int port = Ports.choose(settings.host(), settings.port());
    Integer tlsPort = Ports.chooseTls(settings.host(), settings.tlsPort());
    BrokerAddress address = new BrokerAddress(settings.shownHost(), port, tlsPort);
    return new Doors(
        settings,
        address,
        tlsPort == null ? null : tls(settings, dataDirectory, authority, address.host(), tlsPort));
  }

  private static TransportConfiguration tls(
      MqttSettings settings,
      Path dataDirectory,
      CertificateAuthority authority,
      String shownHost,
      int port) {
    try {
      return TlsDoor.configuration(
          authority, dataDirectory.resolve("tls").toAbsolutePath(), settings, shownHost, port);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the broker's TLS door cannot be prepared", e);
    }
  }

  BrokerAddress address() {
    return address;
  }

  void open(EmbeddedActiveMQ artemis) {
    try {
      openPlain(artemis, "devices", settings.host(), address.port());
    } catch (Exception e) {
      throw new IllegalStateException("cannot listen for devices at " + address, e);
    }
    log.info("devices reach the broker at {}:{}", address.host(), address.port());
    if (tls != null) {
      openTls(artemis, tls);
    }
  }

  /** A port that nobody asked for may be lost to another process: then there is no TLS, no more. */
  private void openTls(EmbeddedActiveMQ artemis, TransportConfiguration door) {
    try {
      artemis.getActiveMQServer().getRemotingService().createAcceptor(door).start();
      log.info("with TLS at port {}", address.tlsPort());
    } catch (Exception e) {
      if (settings.tlsPort() != null) {
        throw new IllegalStateException("cannot listen for devices at " + address, e);
      }
      log.error("no TLS: port {} was taken; set tijian.mqtt.tls-port", address.tlsPort(), e);
    }
  }

  static NettyAcceptor openPlain(EmbeddedActiveMQ artemis, String name, String host, int port)
      throws Exception {
    String uri =
        PLAIN.formatted(
            host,
            port,
            MQTT_RULES.get("closeMqttConnectionOnPublishAuthorizationFailure"),
            MQTT_RULES.get("maximumPacketSize"),
            Runtime.getRuntime().availableProcessors());
    Acceptor acceptor = artemis.getActiveMQServer().getRemotingService().createAcceptor(name, uri);
    acceptor.start();
    return (NettyAcceptor) acceptor;
  }
}
