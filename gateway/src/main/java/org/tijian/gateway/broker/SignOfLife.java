package org.tijian.gateway.broker;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.concurrent.TimeUnit;

/**
 * The broker closes connections of which it hears nothing. It takes a ping for life, and answers
 * before the call is over; that answer is none of the device's business. On the connection's thread
 * only.
 */
final class SignOfLife {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final MqttMessage PING =
      new MqttMessage(
          new MqttFixedHeader(MqttMessageType.PINGREQ, false, MqttQoS.AT_MOST_ONCE, false, 0));

  private long givenAt = System.nanoTime();
  private boolean giving;

  void give(ChannelHandlerContext broker) {
    long now = System.nanoTime();
    if (now - givenAt > PAUSE_NANOS) {
      givenAt = now;
      giving = true;
      broker.fireChannelRead(PING);
      giving = false;
    }
  }

  /** Whether this is the answer to a ping of ours. */
  boolean isAnswered(Object written) {
    return giving
        && written instanceof MqttMessage packet
        && packet.fixedHeader().messageType() == MqttMessageType.PINGRESP;
  }
}
