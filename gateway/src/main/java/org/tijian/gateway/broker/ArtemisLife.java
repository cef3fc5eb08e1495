package org.tijian.gateway.broker;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTSessionState;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTStateManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/**
 * Artemis from a start until it ends. It ends by itself when its disk fails it, and does not start
 * again then; what it had acknowledged is in its journal, for the next life.
 */
final class ArtemisLife implements AutoCloseable {
  private static final int START_SECONDS = 60;

  private final EmbeddedActiveMQ artemis;
  private final int gatewayPort;

  private ArtemisLife(EmbeddedActiveMQ artemis, int gatewayPort) {
    this.artemis = artemis;
    this.gatewayPort = gatewayPort;
  }

  /**
   * Starts it with the gateway's door open and no other.
   *
   * @param gatewayPort 0 for any that is free
   */
  static ArtemisLife begin(Path journal, ActiveMQSecurityManager security, int gatewayPort) {
    EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
    artemis.setSecurityManager(security);
    try {
      artemis.setConfiguration(ArtemisJournal.configuration(journal)).start();
      if (!artemis.getActiveMQServer().waitForActivation(START_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not started within %d s".formatted(START_SECONDS));
      }
      int port = Doors.openPlain(artemis, "gateway", "127.0.0.1", gatewayPort).getActualPort();
      return new ArtemisLife(artemis, port);
    } catch (Exception e) {
      stopQuietly(artemis, e);
      throw new IllegalStateException("the broker cannot start on " + journal, e);
    }
  }

  private static void stopQuietly(EmbeddedActiveMQ artemis, Exception reason) {
    try {
      artemis.stop();
    } catch (Exception e) {
      reason.addSuppressed(e);
    }
  }

  int gatewayPort() {
    return gatewayPort;
  }

  boolean isRunning() {
    return server().getState() == ActiveMQServer.SERVER_STATE.STARTED;
  }

  /** Whether it has come to rest; on the way there its files are still in use. */
  boolean isOver() {
    return server().getState() == ActiveMQServer.SERVER_STATE.STOPPED;
  }

  /**
   * Artemis keeps the packet numbers of messages that were under way when a connection ended,
   * beside the new ones that these messages get; after some reconnects no number would be left.
   */
  void forgetPacketNumbers(String clientId) {
    if (!isRunning()) {
      throw new IllegalStateException("the broker is down");
    }
    try {
      MQTTSessionState session =
          MQTTStateManager.getInstance(server()).getSessionStates().get(clientId);
      if (session != null) {
        session.getOutboundStore().clear();
      }
    } catch (Exception e) {
      throw new IllegalStateException("cannot read the session of " + clientId, e);
    }
  }

  void open(Doors doors) {
    doors.open(artemis);
  }

  ActiveMQServer server() {
    return artemis.getActiveMQServer();
  }

  @Override
  public void close() throws Exception {
    artemis.stop();
  }
}
