package org.tijian.gateway.emulator;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/**
 * One MQTT 5 connection, used until it breaks and then thrown away: what was not acknowledged on it
 * is sent again on the next, so the client library keeps nothing itself.
 */
final class Connection {
  private static final long CONNECT_MILLIS = 10_000;
  private static final long CLOSE_MILLIS = 1_000;
  private static final int KEEP_ALIVE_SECONDS = 20;
  private static final int QOS = 1;
  private static final int REFUSED = 0x80;

  /** Accepted by the broker, but nobody subscribes, so nobody keeps it. */
  private static final int NO_MATCHING_SUBSCRIBERS = 0x10;

  /** Even where the broker would allow more, more makes nothing faster. */
  private static final int MOST_IN_FLIGHT = 500;

  /** Hears what becomes of the connection; called on the client's threads. */
  interface Listener {
    void acknowledged(Connection connection, long number);

    void broken(Connection connection, String why);
  }

  private final MqttAsyncClient client;
  private final Listener listener;
  private int window = 1;

  private Connection(MqttAsyncClient client, Listener listener) {
    this.client = client;
    this.listener = listener;
  }

  /**
   * Connects, waiting for the broker's answer.
   *
   * @throws MqttException if the broker does not answer or refuses
   */
  static Connection open(String broker, EmulatorSettings.Device device, Listener listener)
      throws MqttException {
    MqttAsyncClient client =
        new MqttAsyncClient(broker, "logger-" + device.mn(), new MemoryPersistence());
    Connection connection = new Connection(client, listener);
    client.setCallback(new LossCallback(why -> listener.broken(connection, why)));
    try {
      IMqttToken token = client.connect(options(device));
      token.waitForCompletion(CONNECT_MILLIS);
      connection.window = window(token.getResponseProperties());
      return connection;
    } catch (MqttException e) {
      connection.close();
      throw e;
    }
  }

  /** How many frames may be unacknowledged at a time: the broker's Receive Maximum, or ours. */
  int window() {
    return window;
  }

  /**
   * Sends without waiting; the listener hears of the acknowledgement.
   *
   * @throws MqttException if the connection cannot take it
   */
  void publish(String topic, byte[] payload, long number) throws MqttException {
    client.publish(topic, payload, QOS, false, null, new Delivery(number));
  }

  void close() {
    try {
      if (client.isConnected()) {
        client.disconnect().waitForCompletion(CLOSE_MILLIS);
      }
    } catch (MqttException e) {
      // It is being thrown away; the next connection starts from nothing.
    }
    forget();
  }

  private void forget() {
    try {
      client.disconnectForcibly(0, CLOSE_MILLIS, false);
    } catch (MqttException e) {
      // Already disconnected.
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      // Already closed.
    }
  }

  private static MqttConnectionOptions options(EmulatorSettings.Device device) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(device.mn());
    options.setPassword(device.password().getBytes(StandardCharsets.UTF_8));
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout((int) (CONNECT_MILLIS / 1000));
    return options;
  }

  private static int window(@Nullable MqttProperties properties) {
    Integer maximum = properties == null ? null : properties.getReceiveMaximum();
    return maximum == null ? MOST_IN_FLIGHT : Math.min(maximum, MOST_IN_FLIGHT);
  }

  /** Waits for the PUBACK of one frame. */
  private final class Delivery implements MqttActionListener {
    private final long number;

    Delivery(long number) {
      this.number = number;
    }

    @Override
    public void onSuccess(IMqttToken token) {
      int[] reasons = token.getReasonCodes();
      int reason = reasons == null || reasons.length == 0 ? 0 : reasons[0];
      if (reason >= REFUSED) {
        listener.broken(
            Connection.this, "the broker refused a frame, reason 0x%02X".formatted(reason));
      } else if (reason == NO_MATCHING_SUBSCRIBERS) {
        listener.broken(Connection.this, "nobody receives the frames");
      } else {
        listener.acknowledged(Connection.this, number);
      }
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      listener.broken(Connection.this, Failure.said(cause));
    }
  }
}
