package org.tijian.gateway.broker;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tijian.gateway.inbox.Delivery;
import org.tijian.gateway.inbox.RawMessage;

/** A message that its sender still keeps, because it is neither stored nor in the journal. */
final class HeldMessage implements Delivery {
  private final String mn;
  private final RawMessage message;
  private final MqttPublishMessage head;
  private final ShortWayConnection connection;
  private final AtomicBoolean over = new AtomicBoolean();

  /**
   * @param head the packet as it came; its payload is not touched any more
   */
  HeldMessage(
      String mn, RawMessage message, MqttPublishMessage head, ShortWayConnection connection) {
    this.mn = mn;
    this.message = message;
    this.head = head;
    this.connection = connection;
  }

  @Override
  public RawMessage message() {
    return message;
  }

  String mn() {
    return mn;
  }

  int packetId() {
    return head.variableHeader().packetId();
  }

  int length() {
    return message.payload().length;
  }

  /** The packet as it came, to go the long way. */
  MqttPublishMessage packet() {
    return new MqttPublishMessage(
        head.fixedHeader(), head.variableHeader(), Unpooled.wrappedBuffer(message.payload()));
  }

  @Override
  public boolean isAlive() {
    return !over.get();
  }

  /**
   * Stored, gone another way, or its connection is gone: whichever is first.
   *
   * @return whether this call was the first
   */
  boolean end() {
    return over.compareAndSet(false, true);
  }

  @Override
  public void acknowledge() {
    if (end()) {
      connection.stored(this);
    }
  }
}
