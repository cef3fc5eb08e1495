package org.tijian.gateway.broker;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.analytics.site.SiteRegister;

/**
 * Artemis in this process, for MQTT 3.1.1 and 5. The gateway comes in by a door of its own on the
 * loopback interface; the door for devices opens later.
 */
final class EmbeddedBroker implements Broker, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final int SECRET_BITS = 256;
  private static final int START_SECONDS = 60;

  /** A client without the right to a topic is told so (MQTT 5) or disconnected (3.1.1). */
  private static final String DOOR =
      "tcp://%s:%d?protocols=MQTT;closeMqttConnectionOnPublishAuthorizationFailure=true;"
          + "maximumPacketSize=262144";

  private final EmbeddedActiveMQ artemis;
  private final BrokerAccess access;
  private final BrokerAddress address;
  private final String publicDoor;
  private boolean open;

  private EmbeddedBroker(
      EmbeddedActiveMQ artemis, BrokerAccess access, BrokerAddress address, String publicDoor) {
    this.artemis = artemis;
    this.access = access;
    this.address = address;
    this.publicDoor = publicDoor;
  }

  static EmbeddedBroker start(
      MqttSettings settings, Path dataDirectory, SiteRegister register, Refusals refusals) {
    int port = Ports.choose(settings.host(), settings.port());
    String secret = new BigInteger(SECRET_BITS, new SecureRandom()).toString(32);
    EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
    artemis.setSecurityManager(new DeviceSecurity(register, secret, refusals));
    int internalPort = started(artemis, MqttSettings.journal(dataDirectory).toAbsolutePath());
    return new EmbeddedBroker(
        artemis,
        new BrokerAccess(
            "tcp://127.0.0.1:" + internalPort,
            DeviceSecurity.GATEWAY_USER,
            secret,
            MqttSettings.GATEWAY),
        new BrokerAddress(shownHost(settings), port),
        DOOR.formatted(settings.host(), port));
  }

  /**
   * @return port of the gateway's door
   */
  private static int started(EmbeddedActiveMQ artemis, Path directory) {
    try {
      artemis.setConfiguration(ArtemisJournal.configuration(directory)).start();
      if (!artemis.getActiveMQServer().waitForActivation(START_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not started within %d s".formatted(START_SECONDS));
      }
      return openDoor(artemis, "gateway", DOOR.formatted("127.0.0.1", 0)).getActualPort();
    } catch (Exception e) {
      throw new IllegalStateException("the broker cannot start on " + directory, e);
    }
  }

  private static NettyAcceptor openDoor(EmbeddedActiveMQ artemis, String name, String uri)
      throws Exception {
    Acceptor acceptor = artemis.getActiveMQServer().getRemotingService().createAcceptor(name, uri);
    acceptor.start();
    return (NettyAcceptor) acceptor;
  }

  /** What to tell people who connect a device when the broker listens on all addresses. */
  private static String shownHost(MqttSettings settings) {
    if (settings.advertisedHost() != null) {
      return settings.advertisedHost();
    }
    if (!settings.host().equals("0.0.0.0")) {
      return settings.host();
    }
    try {
      return InetAddress.getLocalHost().getHostAddress();
    } catch (UnknownHostException e) {
      return settings.host();
    }
  }

  @Override
  public BrokerAccess access() {
    return access;
  }

  @Override
  public BrokerAddress address() {
    return address;
  }

  /**
   * Artemis keeps the packet numbers of messages that were under way when a connection ended,
   * beside the new ones that these messages get; after some reconnects no number would be left.
   */
  @Override
  public void gatewayConnects() {
    try {
      MQTTSessionState session =
          MQTTStateManager.getInstance(artemis.getActiveMQServer())
              .getSessionStates()
              .get(access.clientId());
      if (session != null) {
        session.getOutboundStore().clear();
      }
    } catch (Exception e) {
      throw new IllegalStateException("cannot read the gateway's session", e);
    }
  }

  @Override
  public synchronized void openForDevices() {
    if (open) {
      return;
    }
    try {
      openDoor(artemis, "devices", publicDoor);
    } catch (Exception e) {
      throw new IllegalStateException("cannot listen for devices at " + publicDoor, e);
    }
    open = true;
    log.info("devices reach the broker at {}:{}", address.host(), address.port());
  }

  @Override
  public void close() throws Exception {
    artemis.stop();
  }
}
