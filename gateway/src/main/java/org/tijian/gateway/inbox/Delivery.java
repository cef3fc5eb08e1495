package org.tijian.gateway.inbox;

/**
 * A message and the connection it came over: an acknowledgement is only worth something there,
 * because packet numbers begin anew with every connection.
 */
record Delivery(RawMessage message, Link link, int packetId, int qos) {

  boolean isAlive() {
    return link.isAlive();
  }

  void acknowledge() {
    link.acknowledge(packetId, qos);
  }
}
