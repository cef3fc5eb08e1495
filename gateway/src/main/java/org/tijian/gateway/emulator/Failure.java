package org.tijian.gateway.emulator;

import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Says in plain words why the broker cannot be used. */
final class Failure {
  private static final int BAD_CREDENTIALS = 0x86;
  private static final int NOT_AUTHORISED = 0x87;

  private Failure() {}

  static String said(Throwable cause) {
    if (!(cause instanceof MqttException e)) {
      return root(cause);
    }
    return switch (e.getReasonCode()) {
      case BAD_CREDENTIALS, NOT_AUTHORISED -> "the broker refuses this MN and password";
      case MqttClientException.REASON_CODE_SERVER_CONNECT_ERROR ->
          "the broker is not reachable (%s)".formatted(root(cause));
      case MqttClientException.REASON_CODE_CONNECTION_LOST,
          MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED ->
          "the connection is lost";
      case MqttClientException.REASON_CODE_CLIENT_TIMEOUT -> "the broker does not answer";
      default -> "%s (reason %d)".formatted(root(cause), e.getReasonCode());
    };
  }

  private static String root(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
