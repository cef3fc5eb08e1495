package org.tijian.gateway.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker, from connecting to its loss; never used twice. A later connection
 * is another object, so that an acknowledgement cannot go out on the wrong one.
 */
final class Link implements MqttCallback {
  private static final Logger log = LoggerFactory.getLogger(Link.class);
  private static final long TIMEOUT_MILLIS = 10_000;

  /** For acknowledgements still on their way out. */
  private static final long QUIESCE_MILLIS = 1_000;

  private static final long FOREVER = 0xFFFF_FFFFL;
  private static final int FIRST_REFUSAL = 0x80;

  private final InboxSettings settings;
  private final Consumer<Delivery> sink;
  private final MqttSender.Publisher publisher;
  private final Consumer<String> stored;
  private final MqttAsyncClient client;
  private final Payloads payloads = new Payloads();
  private final boolean plain;
  private final CountDownLatch lost = new CountDownLatch(1);

  /**
   * @param publisher outlives this link: the way back of what comes over it
   * @param stored told the logger of each message that was acknowledged
   */
  Link(
      InboxSettings settings,
      Consumer<Delivery> sink,
      MqttSender.Publisher publisher,
      Consumer<String> stored)
      throws MqttException {
    this.settings = settings;
    this.sink = sink;
    this.publisher = publisher;
    this.stored = stored;
    this.plain = settings.url().startsWith("tcp:");
    this.client = new MqttAsyncClient(settings.url(), settings.clientId(), new MemoryPersistence());
    client.setManualAcks(true);
    // Before connecting: messages of the session may follow upon the broker's answer at once.
    client.setCallback(this);
  }

  /** Connects and subscribes; returns when the subscription stands. */
  void open() throws MqttException {
    client.connect(options()).waitForCompletion(TIMEOUT_MILLIS);
    IMqttToken subscribed =
        client.subscribe(
            settings.filters().toArray(String[]::new),
            settings.filters().stream().mapToInt(filter -> 1).toArray());
    subscribed.waitForCompletion(TIMEOUT_MILLIS);
    // A refused subscription is no exception, only a code.
    int[] codes = subscribed.getReasonCodes();
    if (codes == null || Arrays.stream(codes).anyMatch(code -> code >= FIRST_REFUSAL)) {
      throw new MqttException(
          new IllegalStateException(
              "the broker refuses the subscription to %s: %s"
                  .formatted(settings.filters(), Arrays.toString(codes))));
    }
  }

  private MqttConnectionOptions options() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(FOREVER);
    options.setReceiveMaximum(settings.window());
    options.setAutomaticReconnect(false);
    options.setConnectionTimeout((int) (TIMEOUT_MILLIS / 1000));
    options.setKeepAliveInterval(30);
    if (plain) {
      options.setSocketFactory(new ReadAheadSockets(payloads));
    }
    if (settings.user() != null) {
      options.setUserName(settings.user());
    }
    if (settings.password() != null) {
      options.setPassword(settings.password().getBytes(StandardCharsets.UTF_8));
    }
    return options;
  }

  boolean isAlive() {
    return lost.getCount() > 0;
  }

  void awaitLoss() throws InterruptedException {
    lost.await();
  }

  void acknowledge(MqttDelivery delivery) {
    if (!isAlive()) {
      return;
    }
    try {
      client.messageArrivedComplete(delivery.packetId(), delivery.qos());
      stored.accept(Topics.mn(delivery.message().origin()));
    } catch (MqttException e) {
      log.debug("connection lost before an acknowledgement; the message will come again", e);
    }
  }

  /**
   * Hands a message to the client library.
   *
   * @return false if the connection does not take it
   */
  boolean publish(String topic, byte[] payload) {
    try {
      client.publish(topic, payload, 1, false);
      return true;
    } catch (MqttException e) {
      log.debug("cannot publish to {}", topic, e);
      return false;
    }
  }

  /** Ends the connection, in good order if it still stands. */
  void close() {
    lost.countDown();
    try {
      if (client.isConnected()) {
        client.disconnect(QUIESCE_MILLIS).waitForCompletion(TIMEOUT_MILLIS);
      }
    } catch (MqttException e) {
      log.debug("disconnect failed", e);
    }
    try {
      client.disconnectForcibly(0, 0, false);
    } catch (MqttException e) {
      log.trace("was disconnected", e);
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      log.debug("close failed", e);
    }
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    byte[] payload = message.getPayload();
    sink.accept(
        new MqttDelivery(
            new RawMessage(
                new MqttSender(Topics.mn(topic), publisher),
                Topics.format(topic),
                topic,
                plain ? payloads.take(payload) : payload,
                Instant.now()),
            this,
            message.getId(),
            message.getQos()));
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    lost.countDown();
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    log.warn("MQTT error: {}", exception.toString());
  }

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
