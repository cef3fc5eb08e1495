package org.tijian.gateway.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Sends at QoS 1; the broker's PUBACK is the acknowledgement. */
final class MqttMouth implements Mouth {
  private static final long CONNECT_MILLIS = 5_000;
  private static final int KEEP_ALIVE_SECONDS = 10;
  private static final int LISTEN_MILLIS = 50;

  private final MqttAsyncClient client;
  private final String topic;
  private final Ledger ledger;
  private volatile boolean broken;

  private MqttMouth(MqttAsyncClient client, String topic, Ledger ledger) {
    this.client = client;
    this.topic = topic;
    this.ledger = ledger;
  }

  static MqttMouth open(int port, String mn, String password, Ledger ledger) throws IOException {
    expectListener(port);
    try {
      MqttAsyncClient client =
          new MqttAsyncClient("tcp://127.0.0.1:" + port, "logger-" + mn, new MemoryPersistence());
      MqttMouth mouth = new MqttMouth(client, "tijian/v1/%s/hj212".formatted(mn), ledger);
      mouth.connect(mn, password);
      return mouth;
    } catch (MqttException e) {
      throw new IOException(e);
    }
  }

  /**
   * A line whose far end is away is closed as soon as it is opened. Paho 1.2.5 leaves a thread for
   * ever behind each connection that ends so (CommsReceiver.start waits for a receiver that has
   * already gone); where a gateway is away for minutes these were thousands.
   */
  private static void expectListener(int port) throws IOException {
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      line.setSoTimeout(LISTEN_MILLIS);
      if (line.getInputStream().read() < 0) {
        throw new IOException("nobody listens behind port " + port);
      }
    } catch (SocketTimeoutException e) {
      // Open and waiting for the first word, as a broker is.
    }
  }

  private void connect(String mn, String password) throws MqttException {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(mn);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout((int) (CONNECT_MILLIS / 1000));
    try {
      client.connect(options).waitForCompletion(CONNECT_MILLIS);
    } catch (MqttException e) {
      close();
      throw e;
    }
  }

  @Override
  public void say(int number, byte[] frame) throws IOException {
    try {
      client.publish(topic, frame, 1, false, null, new Acknowledgement(number));
    } catch (MqttException e) {
      throw new IOException(e);
    }
  }

  @Override
  public boolean stands() {
    return !broken && client.isConnected();
  }

  @Override
  public void close() {
    try {
      client.disconnectForcibly(0, 1, false);
    } catch (MqttException e) {
      // It was disconnected.
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      // It was closed.
    }
  }

  /** Of one frame. */
  private final class Acknowledgement implements MqttActionListener {
    private final int number;

    Acknowledgement(int number) {
      this.number = number;
    }

    /** Any other code than success says that nobody keeps the message. */
    @Override
    public void onSuccess(IMqttToken token) {
      int[] reasons = token.getReasonCodes();
      if (reasons == null || reasons.length == 0 || reasons[0] == 0) {
        ledger.acknowledge(number);
      } else {
        broken = true;
      }
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      broken = true;
    }
  }
}
