package org.tijian.gateway.inbox;

/** A message and its connection; packet numbers begin anew with every connection. */
record MqttDelivery(RawMessage message, Link link, int packetId, int qos) implements Delivery {

  @Override
  public boolean isAlive() {
    return link.isAlive();
  }

  @Override
  public void acknowledge() {
    link.acknowledge(this);
  }
}
