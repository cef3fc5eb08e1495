package org.tijian.gateway.broker;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.site.SiteRegister;

/**
 * Artemis in this process, for MQTT 3.1.1 and 5. The gateway comes in by a door of its own on the
 * loopback interface; the door for devices opens later.
 */
final class EmbeddedBroker implements Broker, AutoCloseable {
  private static final int SECRET_BITS = 256;
  private static final int START_SECONDS = 60;

  private final EmbeddedActiveMQ artemis;
  private final BrokerAccess access;
  private final Doors doors;
  private final RevocationWatch watch;
  private boolean open;

  private EmbeddedBroker(
      EmbeddedActiveMQ artemis, RevocationWatch watch, BrokerAccess access, Doors doors) {
    this.artemis = artemis;
    this.watch = watch;
    this.access = access;
    this.doors = doors;
  }

  static EmbeddedBroker start(
      MqttSettings settings,
      Path dataDirectory,
      SiteRegister register,
      CertificateAuthority authority,
      Refusals refusals) {
    Doors doors = Doors.of(settings, dataDirectory, authority);
    String secret = new BigInteger(SECRET_BITS, new SecureRandom()).toString(32);
    EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
    DeviceSecurity security =
        new DeviceSecurity(new DeviceIdentity(register, authority), secret, refusals);
    artemis.setSecurityManager(security);
    int internalPort = started(artemis, MqttSettings.journal(dataDirectory).toAbsolutePath());
    return new EmbeddedBroker(
        artemis,
        new RevocationWatch(register, security, Instant.now()).start(),
        new BrokerAccess(
            "tcp://127.0.0.1:" + internalPort,
            DeviceSecurity.GATEWAY_USER,
            secret,
            MqttSettings.GATEWAY),
        doors);
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
      return Doors.openPlain(artemis, "gateway", "127.0.0.1", 0).getActualPort();
    } catch (Exception e) {
      throw new IllegalStateException("the broker cannot start on " + directory, e);
    }
  }

  @Override
  public BrokerAccess access() {
    return access;
  }

  @Override
  public BrokerAddress address() {
    return doors.address();
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
    doors.open(artemis);
    open = true;
  }

  @Override
  public void close() throws Exception {
    watch.close();
    artemis.stop();
  }
}
