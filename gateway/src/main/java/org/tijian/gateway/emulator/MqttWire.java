package org.tijian.gateway.emulator;

import java.io.IOException;
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
final class MqttWire implements Wire {
  private static final long CONNECT_MILLIS = 10_000;
  private static final long CLOSE_MILLIS = 1_000;
  private static final int KEEP_ALIVE_SECONDS = 20;
  private static final int QOS = 1;
  private static final int REFUSED = 0x80;

  /** Accepted by the broker, but nobody subscribes, so nobody keeps it. */
  private static final int NO_MATCHING_SUBSCRIBERS = 0x10;

  /** Even where the broker would allow more, more makes nothing faster. */
  private static final int MOST_IN_FLIGHT = 500;

  private final MqttAsyncClient client;
  private final Listener listener;
  private final String topic;
  private int window = 1;

  private MqttWire(MqttAsyncClient client, Listener listener, String topic) {
    this.client = client;
    this.listener = listener;
    this.topic = topic;
  }

  /**
   * Connects, waiting for the broker's answer.
   *
   * @throws IOException if the broker does not answer or refuses
   */
  static MqttWire open(String broker, EmulatorSettings.Device device, Listener listener)
      throws IOException {
    try {
      MqttAsyncClient client =
          new MqttAsyncClient(broker, "logger-" + device.mn(), new MemoryPersistence());
      MqttWire wire = new MqttWire(client, listener, device.topic());
      client.setCallback(new MqttCallbacks(why -> listener.broken(wire, why), listener::heard));
      wire.connect(device);
      return wire;
    } catch (MqttException e) {
      throw new IOException(Failure.said(e), e);
    }
  }

  private void connect(EmulatorSettings.Device device) throws MqttException {
    try {
      IMqttToken token = client.connect(options(device));
      token.waitForCompletion(CONNECT_MILLIS);
      window = window(token.getResponseProperties());
      client.subscribe(device.downTopic(), QOS).waitForCompletion(CONNECT_MILLIS);
    } catch (MqttException e) {
      close();
      throw e;
    }
  }

  /** The broker's Receive Maximum, or ours. */
  @Override
  public int window() {
    return window;
  }

  @Override
  public void send(byte[] payload, long number) throws IOException {
    try {
      client.publish(topic, payload, QOS, false, null, new Delivery(number));
    } catch (MqttException e) {
      throw new IOException(Failure.said(e), e);
    }
  }

  @Override
  public void close() {
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
    Tls tls = device.tls();
    if (tls != null) {
      options.setSocketFactory(tls.sockets());
    }
    if (tls == null || !tls.signsIn()) {
      options.setUserName(device.mn());
      options.setPassword(device.password().getBytes(StandardCharsets.UTF_8));
    }
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
            MqttWire.this, "the broker refused a frame, reason 0x%02X".formatted(reason));
      } else if (reason == NO_MATCHING_SUBSCRIBERS) {
        listener.broken(MqttWire.this, "nobody receives the frames");
      } else {
        listener.acknowledged(MqttWire.this, number);
      }
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      listener.broken(MqttWire.this, Failure.said(cause));
    }
  }
}
