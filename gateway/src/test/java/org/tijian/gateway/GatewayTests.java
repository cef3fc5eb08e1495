package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.gateway.TestDevices.anonymous;
import static org.tijian.gateway.TestDevices.mqtt3;
import static org.tijian.gateway.TestDevices.mqtt5;
import static org.tijian.gateway.TestDevices.publish;
import static org.tijian.gateway.TestDevices.topic;
import static org.tijian.gateway.TestFrames.damaged;
import static org.tijian.gateway.TestFrames.minute;
import static org.tijian.gateway.TestSite.eventually;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.MqttSessionExpiredException;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.reading.FrameLedger.Quarantined;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;

/** From a device's client to the stored reading, over a real broker into a real database. */
class GatewayTests {
  @TempDir static Path data;
  private static TestSite site;
  private static RunningGateway gateway;
  private static BrokerAddress broker;
  private final TestDevice device = site.device();

  @BeforeAll
  static void start() {
    String url = TestPostgres.freshDatabase();
    site = new TestSite(url);
    gateway = RunningGateway.start(url, data);
    broker = gateway.broker();
    eventually().until(() -> isListening());
  }

  private static boolean isListening() {
    try (java.net.Socket socket = new java.net.Socket(broker.host(), broker.port())) {
      return socket.isConnected();
    } catch (java.io.IOException e) {
      return false;
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
    site.close();
  }

  @Test
  void aFrameOverMqtt5IsStored() {
    Mqtt5BlockingClient client = mqtt5(broker, device);
    client.connect();

    publish(client, topic(device), minute(device.mn(), 0));

    eventually().until(() -> site.storedMinutes(device) == 1);
    assertThat(site.readings.latest(device.outletId()))
        .singleElement()
        .satisfies(
            latest -> {
              assertThat(latest.reading().factor()).isEqualTo("a21002");
              assertThat(latest.reading().value()).isEqualTo(0);
              assertThat(latest.measuredAt()).isEqualTo(TestFrames.START);
            });
    client.disconnect();
  }

  @Test
  void aFrameOverMqtt311IsStored() {
    Mqtt3BlockingClient client = mqtt3(broker, device);
    client.connect();

    publish(client, topic(device), minute(device.mn(), 0));

    eventually().until(() -> site.storedMinutes(device) == 1);
    client.disconnect();
  }

  @Test
  void severalFramesInOneMessageAreStoredEach() {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    for (int i = 0; i < 3; i++) {
      message.writeBytes(minute(device.mn(), i));
    }

    send(message.toByteArray());

    eventually().until(() -> site.storedMinutes(device) == 3);
  }

  @Test
  void aDamagedFrameIsInQuarantineWithWhatItDeclaresAndWhatWasFound() {
    byte[] good = minute(device.mn(), 0);
    String found = new String(good, good.length - 6, 4, java.nio.charset.StandardCharsets.US_ASCII);
    byte[] bad = damaged(good);
    String declared =
        new String(bad, bad.length - 6, 4, java.nio.charset.StandardCharsets.US_ASCII);

    send(bad);

    eventually().until(() -> !site.quarantine(device).isEmpty());
    Quarantined quarantined = site.quarantine(device).get(0);
    assertThat(quarantined.reason().code()).isEqualTo("crc-mismatch");
    assertThat(quarantined.reason().declared()).isEqualTo(declared);
    assertThat(quarantined.reason().found()).isEqualTo(found);
    assertThat(quarantined.bytes()).isEqualTo(bad);
  }

  @Test
  void aMessageWithoutAFrameIsInQuarantine() {
    send("{\"so2\": 12}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    send(new byte[0]);

    eventually().until(() -> site.quarantine(device).size() == 2);
    assertThat(site.quarantine(device))
        .extracting(q -> q.reason().code())
        .containsOnly("no-header");
  }

  @Test
  void aFrameThatClaimsToBeAnotherDevicesIsRefused() {
    TestDevice other = site.device();

    send(minute(other.mn(), 0));

    eventually().until(() -> !site.quarantine(device).isEmpty());
    assertThat(site.quarantine(device).get(0).reason().code()).isEqualTo("wrong-mn");
    assertThat(site.storedMinutes(other)).isZero();
  }

  @Test
  void anotherDevicesTopicIsRefusedWithAReasonInMqtt5() {
    TestDevice other = site.device();
    double before = refusedTopics();
    Mqtt5BlockingClient client = mqtt5(broker, device);
    client.connect();

    assertThatThrownBy(() -> publish(client, topic(other), minute(other.mn(), 0)))
        .isInstanceOfSatisfying(
            Mqtt5PubAckException.class,
            e ->
                assertThat(e.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED));

    assertThat(refusedTopics()).isGreaterThan(before);
    client.disconnect();
    assertNothingArrivedFor(other);
  }

  @Test
  void anotherDevicesTopicEndsTheConnectionInMqtt311() {
    TestDevice other = site.device();
    Mqtt3BlockingClient client = mqtt3(broker, device);
    client.connect();

    assertThatThrownBy(() -> publish(client, topic(other), minute(other.mn(), 0)))
        .isInstanceOf(MqttSessionExpiredException.class);

    assertNothingArrivedFor(other);
  }

  @Test
  void aTopicThatNobodyKeepsIsRefusedInsteadOfAcknowledged() {
    Mqtt5BlockingClient client = mqtt5(broker, device);
    client.connect();

    for (String topic : new String[] {"tijian/v1/%s/xml", "tijian/v1/%s/hj212/x", "%s"}) {
      assertThatThrownBy(
              () -> publish(client, topic.formatted(device.mn()), minute(device.mn(), 0)))
          .isInstanceOf(Mqtt5PubAckException.class);
    }
    client.disconnect();
  }

  @Test
  void theLastWillOfADeviceReachesNoOtherDevicesTopic() {
    TestDevice other = site.device();
    Mqtt5BlockingClient client = mqtt5(broker, device);
    client
        .connectWith()
        .willPublish()
        .topic(topic(other))
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(minute(other.mn(), 0))
        .applyWillPublish()
        .send();

    client
        .disconnectWith()
        .reasonCode(
            com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode
                .DISCONNECT_WITH_WILL_MESSAGE)
        .send();

    assertNothingArrivedFor(other);
  }

  @Test
  void aDeviceReadsOnlyItsOwnRequests() {
    Mqtt5BlockingClient client = mqtt5(broker, device);
    client.connect();

    client.subscribeWith().topicFilter("tijian/v1/%s/down".formatted(device.mn())).send();
    for (String filter :
        new String[] {
          "#", "tijian/v1/+/hj212", "tijian/v1/+/down", topic(site.device()), "$share/g/#"
        }) {
      assertThatThrownBy(() -> client.subscribeWith().topicFilter(filter).send())
          .as(filter)
          .isInstanceOf(Mqtt5SubAckException.class);
    }
    client.disconnect();
  }

  @Test
  void nobodyConnectsWithoutCredentialsOrWithWrongOnes() {
    TestDevice other = site.device();

    assertRefused(anonymous(broker, "anybody").buildBlocking());
    assertRefused(mqtt5(broker, device.mn(), device.mn(), "wrong"));
    assertRefused(mqtt5(broker, device.mn(), device.mn(), other.password()));
    assertRefused(mqtt5(broker, "x", "NOBODY", device.password()));
    assertRefused(mqtt5(broker, "x", "gateway.internal", "guess"));
    assertRefused(mqtt5(broker, "x", "a/b' or '1'='1", "guess"));
  }

  @Test
  void aRevokedPasswordIsRefusedAtTheNextConnection() {
    Mqtt5BlockingClient client = mqtt5(broker, device);
    client.connect();
    client.disconnect();

    site.register
        .credentials(device.mn())
        .forEach(c -> site.register.revokeCredential(device.mn(), c.id()));

    assertRefused(mqtt5(broker, device));
  }

  @Test
  void aDeviceTakesOverNeitherTheGatewaysSessionNorThatOfAConnectedDevice() {
    TestDevice other = site.device();
    Mqtt5BlockingClient connected = mqtt5(broker, other);
    connected.connect();

    assertRefused(mqtt5(broker, "tijian-gateway", device.mn(), device.password()));
    assertRefused(mqtt5(broker, other.mn(), device.mn(), device.password()));

    publish(connected, topic(other), minute(other.mn(), 0));
    eventually().until(() -> site.storedMinutes(other) == 1);
    connected.disconnect();
  }

  @Test
  void framesAreCountedByTheirFate() {
    double before = frames("duplicate");

    send(minute(device.mn(), 0));
    send(minute(device.mn(), 0));

    eventually().until(() -> frames("duplicate") > before);
    assertThat(site.storedMinutes(device)).isEqualTo(1);
  }

  private void send(byte[] payload) {
    Mqtt5BlockingClient client = mqtt5(broker, device);
    client.connect();
    publish(client, topic(device), payload);
    client.disconnect();
  }

  private static void assertRefused(Mqtt5BlockingClient client) {
    assertThatThrownBy(client::connect).isInstanceOf(Mqtt5ConnAckException.class);
  }

  /**
   * What was sent before is stored in order; when the device's own frame is there, nothing else
   * comes.
   */
  private void assertNothingArrivedFor(TestDevice other) {
    send(minute(device.mn(), 7));
    eventually().until(() -> site.storedMinutes(device) == 1);
    assertThat(site.storedMinutes(other)).isZero();
    assertThat(site.ledger.lastContact(other.mn())).isEmpty();
  }

  private static double refusedTopics() {
    return gateway
        .bean(MeterRegistry.class)
        .counter("tijian.broker.refused", "what", "topic")
        .count();
  }

  private static double frames(String fate) {
    return gateway.bean(MeterRegistry.class).counter("tijian.gateway.frames", "fate", fate).count();
  }
}
