package org.tijian.gateway.broker;

import org.tijian.analytics.site.BrokerAddress;

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
}
