package org.tijian.gateway.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.tijian.gateway.broker.BrokerAccess;

/**
 * A subscriber that counts and acknowledges at once, with the client library, session and window of
 * the gateway: what the broker can relay at the best.
 */
final class DoNothing implements MqttCallback, AutoCloseable {
  private static final long TIMEOUT_MILLIS = 20_000;
  private static final int WINDOW = 2_000;

  private final MqttAsyncClient client;
  private final AtomicLong received;

  private DoNothing(MqttAsyncClient client, AtomicLong received) {
    this.client = client;
    this.received = received;
  }

  static DoNothing subscribe(BrokerAccess access, List<String> filters, AtomicLong received)
      throws MqttException {
    MqttAsyncClient client =
        new MqttAsyncClient(access.url(), access.clientId(), new MemoryPersistence());
    DoNothing subscriber = new DoNothing(client, received);
    client.setCallback(subscriber);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(false);
    options.setSessionExpiryInterval(3_600L);
    options.setReceiveMaximum(WINDOW);
    if (access.user() != null && access.password() != null) {
      options.setUserName(access.user());
      options.setPassword(access.password().getBytes(StandardCharsets.UTF_8));
    }
    client.connect(options).waitForCompletion(TIMEOUT_MILLIS);
    client
        .subscribe(filters.toArray(String[]::new), filters.stream().mapToInt(filter -> 1).toArray())
        .waitForCompletion(TIMEOUT_MILLIS);
    return subscriber;
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    received.incrementAndGet();
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {}

  @Override
  public void mqttErrorOccurred(MqttException exception) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}

  /** Its session ends with it, or the broker would keep for it what comes later. */
  @Override
  public void close() throws MqttException {
    MqttProperties last = new MqttProperties();
    last.setSessionExpiryInterval(0L);
    client.disconnect(0, null, null, 0, last).waitForCompletion(TIMEOUT_MILLIS);
    client.close(true);
  }
}
