package org.tijian.gateway;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import java.nio.charset.StandardCharsets;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.gateway.TestSite.TestDevice;

/** Loggers of another make: the clients are not the one that the gateway uses. */
final class TestDevices {
  private TestDevices() {}

  static String topic(TestDevice device) {
    return "tijian/v1/%s/hj212".formatted(device.mn());
  }

  static Mqtt3BlockingClient mqtt3(BrokerAddress broker, TestDevice device) {
    return MqttClient.builder()
        .useMqttVersion3()
        .identifier(device.mn() + "-3")
        .serverHost(broker.host())
        .serverPort(broker.port())
        .simpleAuth()
        .username(device.mn())
        .password(device.password().getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .buildBlocking();
  }

  static Mqtt5BlockingClient mqtt5(BrokerAddress broker, TestDevice device) {
    return mqtt5(broker, device.mn(), device.mn(), device.password());
  }

  static Mqtt5BlockingClient mqtt5(
      BrokerAddress broker, String clientId, String user, String password) {
    return anonymous(broker, clientId)
        .simpleAuth()
        .username(user)
        .password(password.getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .buildBlocking();
  }

  static Mqtt5ClientBuilder anonymous(BrokerAddress broker, String clientId) {
    return MqttClient.builder()
        .useMqttVersion5()
        .identifier(clientId)
        .serverHost(broker.host())
        .serverPort(broker.port());
  }

  static void publish(Mqtt5BlockingClient client, String topic, byte[] payload) {
    client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(payload).send();
  }

  static void publish(Mqtt3BlockingClient client, String topic, byte[] payload) {
    client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(payload).send();
  }
}
