package org.tijian.gateway.broker;

import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.inbox.Format;
import org.tijian.gateway.inbox.WholeFrame;

/** Which messages of a device may go the short way: whole ones to its own topics, at QoS 1. */
record ShortWayTopics(String mn, String hj212, String json) {
  private static final int LONGEST = 64 * 1024;

  static ShortWayTopics of(String mn) {
    String root = "tijian/v1/" + mn + "/";
    return new ShortWayTopics(mn, root + "hj212", root + "json");
  }

  /** Null for any other topic. */
  @Nullable Format format(MqttPublishMessage publish) {
    String topic = publish.variableHeader().topicName();
    return topic.equals(hj212) ? Format.HJ212 : topic.equals(json) ? Format.JSON : null;
  }

  /** The broker must see those that have a meaning to it beside their content. */
  static boolean isPlain(MqttPublishMessage publish) {
    return publish.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE
        && !publish.fixedHeader().isRetain()
        && publish.payload().readableBytes() <= LONGEST;
  }

  /** Frames in pieces are held until they are whole; who waits for an answer would never go on. */
  static boolean isWhole(Format format, byte[] payload) {
    return format == Format.JSON || WholeFrame.is(payload);
  }
}
