package org.tijian.inspection.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

class HttpPortTests {
  private final TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
  private final MockEnvironment settings =
      new MockEnvironment().withProperty("tijian.http.host", "127.0.0.1");

  @Test
  void namesAPortThatWasAskedForAndIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      settings.setProperty("tijian.http.port", Integer.toString(taken.getLocalPort()));

      assertThatThrownBy(() -> new HttpPort(settings).customize(server))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void takesThePortThatWasAskedForWhenItIsFree() throws IOException {
    int free = FreePort.any();
    settings.setProperty("tijian.http.port", Integer.toString(free));

    new HttpPort(settings).customize(server);

    assertThat(server.getPort()).isEqualTo(free);
  }

  @Test
  void takesTheNextFreePortWithoutAWish() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      // Taken by this test, or by another program already: both are a taken port.
      if (FreePort.isFree("127.0.0.1", HttpPort.FIRST)) {
        taken.bind(new InetSocketAddress("127.0.0.1", HttpPort.FIRST));
      }

      new HttpPort(settings).customize(server);

      assertThat(server.getPort()).isNotEqualTo(HttpPort.FIRST);
    }
  }

  @Test
  void leavesAServerAloneThatWasGivenItsPortOtherwise() {
    settings.setProperty("server.port", "0");

    new HttpPort(settings).customize(server);

    assertThat(server.getPort()).isEqualTo(new TomcatServletWebServerFactory().getPort());
  }
}
