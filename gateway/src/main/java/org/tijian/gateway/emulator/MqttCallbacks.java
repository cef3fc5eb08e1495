package org.tijian.gateway.emulator;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Hears of the loss of a connection, and of what the platform sends. */
final class MqttCallbacks implements MqttCallback {
  private final Consumer<String> lost;
  private final Consumer<byte[]> heard;

  /**
   * @param lost told why, in plain words
   * @param heard given what a message held
   */
  MqttCallbacks(Consumer<String> lost, Consumer<byte[]> heard) {
    this.lost = lost;
    this.heard = heard;
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    MqttException cause = response.getException();
    lost.accept(cause == null ? "the broker closed the connection" : Failure.said(cause));
  }

  @Override
  public void mqttErrorOccurred(MqttException e) {
    lost.accept(Failure.said(e));
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    heard.accept(message.getPayload());
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Each frame has its own listener.
  }

  @Override
  public void connectComplete(boolean again, String broker) {
    // Waited for where the connection is opened.
  }

  @Override
  public void authPacketArrived(int reason, MqttProperties properties) {
    // No extended authentication is asked for.
  }
}
