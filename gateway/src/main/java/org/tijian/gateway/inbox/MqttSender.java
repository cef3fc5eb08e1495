package org.tijian.gateway.inbox;

/**
 * A logger behind the broker. The way back is whatever connection stands when it is used.
 *
 * @param mn the logger that alone may write to the topic
 */
record MqttSender(String mn, Publisher publisher) implements Sender {

  /** Publishes over the connection that stands at the moment. */
  @FunctionalInterface
  interface Publisher {
    boolean publish(String topic, byte[] payload);
  }

  @Override
  public String transport() {
    return "mqtt";
  }

  @Override
  public boolean proven() {
    return true;
  }

  @Override
  public void recognised(String mn) {}

  @Override
  public boolean publish(String topic, byte[] payload) {
    return publisher.publish(topic, payload);
  }

  @Override
  public boolean send(byte[] frame) {
    return publisher.publish("tijian/v1/" + mn + "/down", frame);
  }
}
