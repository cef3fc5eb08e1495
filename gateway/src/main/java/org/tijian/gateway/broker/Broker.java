package org.tijian.gateway.broker;

import java.util.List;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.gateway.inbox.Source;

/** The broker as the gateway needs it. */
public sealed interface Broker permits EmbeddedBroker, ExternalBroker {

  /** How the gateway itself connects. */
  BrokerAccess access();

  /** How devices reach the broker. */
  BrokerAddress address();

  /** Called before the gateway connects, when no connection of its own stands. */
  void gatewayConnects();

  /**
   * Called when the gateway's own subscription stands. A broker of our own lets devices in only
   * now: without the subscription it would acknowledge messages that nobody keeps.
   */
  void openForDevices();

  /** Whether a broker of our own works at this moment; of another nobody knows, and it is true. */
  boolean isRunning();

  /** Called when a message of a device that came over the broker is stored. */
  void stored(String mn);

  /** Ways around the broker's own store that it offers. */
  List<Source> sources();
}
