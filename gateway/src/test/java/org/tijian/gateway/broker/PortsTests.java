package org.tijian.gateway.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTests {
  private static final String LOOPBACK = "127.0.0.1";

  @Test
  void aPortSomebodyAskedForIsTheOnlyOneThatWillDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> Ports.choose(LOOPBACK, taken.getLocalPort()))
          .withMessageContaining(Integer.toString(taken.getLocalPort()))
          .withMessageContaining("tijian.mqtt.port");
    }
  }

  @Test
  void aFreePortSomebodyAskedForIsTaken() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      free = socket.getLocalPort();
    }

    assertThat(Ports.choose(LOOPBACK, free)).isEqualTo(free);
  }

  /** Whatever runs on the machine: the choice is free and near the usual port. */
  @Test
  void withoutAWishTheNextFreePortIsTaken() throws Exception {
    int first = Ports.choose(LOOPBACK, null);
    try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getByName(LOOPBACK))) {
      assertThat(Ports.choose(LOOPBACK, null)).isGreaterThan(taken.getLocalPort());
    }
  }
}
