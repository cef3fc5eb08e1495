package org.tijian.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;

class LinkTests {
  private static final String CLIENT = "link-that-is-hung-up-on";

  @Test
  void whoAcceptsAndHangsUpAtOnceLeavesNoThreadBehind() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread hangingUp = new Thread(() -> hangUp(proxy));
      hangingUp.setDaemon(true);
      hangingUp.start();

      for (int i = 0; i < 3; i++) {
        Link link =
            new Link(settings(proxy.getLocalPort()), d -> {}, (topic, payload) -> false, mn -> {});
        assertThatThrownBy(link::open).isInstanceOf(MqttException.class);
        link.close();
      }
    }

    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  private static void hangUp(ServerSocket proxy) {
    try {
      while (true) {
        proxy.accept().close();
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static InboxSettings settings(int port) {
    return new InboxSettings(
        "tcp://127.0.0.1:" + port,
        null,
        null,
        CLIENT,
        List.of("a/#"),
        false,
        Duration.ofSeconds(1));
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains(CLIENT))
        .toList();
  }
}
