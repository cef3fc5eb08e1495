package org.tijian.gateway.broker;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The short numbers by which a client of MQTT 5 names topics that it has named in full before. The
 * broker's own handler gets every topic in full: it does not see the messages that taught a number.
 */
final class TopicAliases {
  private static final int ALIAS = MqttProperties.MqttPropertyType.TOPIC_ALIAS.value();

  private final Map<Integer, String> topics = new HashMap<>();

  /**
   * The same message with its topic in full; unchanged if it has no alias, or one that is wrong.
   */
  MqttPublishMessage inFull(MqttPublishMessage publish) {
    MqttPublishVariableHeader head = publish.variableHeader();
    Integer alias = alias(head);
    if (alias == null || alias < 1) {
      return publish;
    }
    if (!head.topicName().isEmpty()) {
      topics.put(alias, head.topicName());
    }
    String topic = topics.get(alias);
    return topic == null
        ? publish
        : new MqttPublishMessage(
            publish.fixedHeader(),
            new MqttPublishVariableHeader(topic, head.packetId(), withoutAlias(head)),
            publish.payload());
  }

  private static @Nullable Integer alias(MqttPublishVariableHeader head) {
    return head.properties().getProperty(ALIAS) instanceof MqttProperties.IntegerProperty property
        ? property.value()
        : null;
  }

  private static MqttProperties withoutAlias(MqttPublishVariableHeader head) {
    MqttProperties kept = new MqttProperties();
    head.properties().listAll().stream()
        .filter(property -> property.propertyId() != ALIAS)
        .forEach(kept::add);
    return kept;
  }
}
