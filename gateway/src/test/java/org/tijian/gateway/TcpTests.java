package org.tijian.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tijian.gateway.TestFrames.damaged;
import static org.tijian.gateway.TestFrames.minute;
import static org.tijian.gateway.TestSite.eventually;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.site.TcpAddress;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.conversation.Downlink;

/** Loggers that connect over TCP, by plain sockets. */
class TcpTests {
  private static final Path NETCAT = Path.of("/usr/bin/nc");
  private static final String PASSWORD = "123456";

  @TempDir static Path data;
  private static TestSite site;
  private static RunningGateway gateway;
  private static TcpAddress address;

  @BeforeAll
  static void start() {
    String url = TestPostgres.freshDatabase();
    site = new TestSite(url);
    gateway = RunningGateway.startWithTcp(url, data);
    address = gateway.bean(TcpAddress.class);
  }

  @AfterAll
  static void stop() {
    gateway.close();
    site.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 4_000})
  void framesAreStoredHoweverTheyAreCut(int chunk) throws IOException {
    TestDevice device = site.tcpDevice(PASSWORD);
    try (Socket socket = connected()) {
      byte[] frames = joined(minute(device.mn(), 0), minute(device.mn(), 1));
      for (int from = 0; from < frames.length; from += chunk) {
        send(socket, Arrays.copyOfRange(frames, from, Math.min(frames.length, from + chunk)));
      }
      eventually().until(() -> site.storedMinutes(device) == 2);
    }
    assertThat(site.quarantine(device)).isEmpty();
  }

  @Test
  void aFrameWithoutALineEndIsStoredWhileTheConnectionStands() throws IOException {
    TestDevice device = site.tcpDevice(null);
    try (Socket socket = connected()) {
      byte[] frame = minute(device.mn(), 0);
      send(socket, Arrays.copyOf(frame, frame.length - 2));

      eventually().until(() -> site.storedMinutes(device) == 1);
    }
  }

  @Test
  void whatIsDamagedOrCutOffIsInQuarantine() throws IOException {
    TestDevice device = site.tcpDevice(PASSWORD);
    try (Socket socket = connected()) {
      send(socket, minute(device.mn(), 0));
      send(socket, damaged(minute(device.mn(), 1)));
      send(socket, Arrays.copyOf(minute(device.mn(), 2), 60));
      eventually().until(() -> site.quarantine(device).size() == 2);
    }
    assertThat(site.quarantine(device))
        .extracting(q -> q.reason().code())
        .containsExactlyInAnyOrder("crc-mismatch", "incomplete");
  }

  @Test
  void aLoggerThatMayNotComeOverTcpIsRefused() throws IOException {
    TestDevice device = site.device();
    refused(device, "tcp-not-allowed");
  }

  @Test
  void aLoggerWithAnotherPasswordIsRefused() throws IOException {
    TestDevice device = site.tcpDevice("654321");
    refused(device, "wrong-password");
  }

  private static void refused(TestDevice device, String code) throws IOException {
    try (Socket socket = connected()) {
      send(socket, minute(device.mn(), 0));
      eventually().until(() -> !site.quarantine(device).isEmpty());
    }
    assertThat(site.quarantine(device).get(0).reason().code()).isEqualTo(code);
    assertThat(site.storedMinutes(device)).isZero();
    assertThat(gateway.bean(Downlink.class).to(device.mn())).isEmpty();
  }

  @Test
  void aLoggerNobodyRegisteredWaitsAndItsFrameIsKept() throws IOException {
    TestDevice stranger = new TestDevice("STRANGER-OVER-TCP", 0, "");
    try (Socket socket = connected()) {
      send(socket, minute(stranger.mn(), 0));
      eventually().until(() -> site.quarantine(stranger).size() == 1);
    }
    assertThat(site.quarantine(stranger).get(0).reason().code()).isEqualTo("unknown-device");
    eventually().until(() -> site.settings.waiting(stranger.mn()).isPresent());
  }

  @Test
  void aRequestGoesOverTheNewestConnection() throws IOException {
    TestDevice device = site.tcpDevice(PASSWORD);
    byte[] request = "##0005hello0000\r\n".getBytes(US_ASCII);
    try (Socket old = connected();
        Socket recent = connected()) {
      send(old, minute(device.mn(), 0));
      eventually().until(() -> site.storedMinutes(device) == 1);
      send(recent, minute(device.mn(), 1));
      eventually().until(() -> site.storedMinutes(device) == 2);

      assertThat(gateway.bean(Downlink.class).to(device.mn()).orElseThrow().send(request)).isTrue();

      recent.setSoTimeout(30_000);
      assertThat(recent.getInputStream().readNBytes(request.length)).isEqualTo(request);
    }
    eventually().until(() -> gateway.bean(Downlink.class).to(device.mn()).isEmpty());
  }

  @Test
  void whoSendsNoFrameIsCutOff() throws IOException {
    try (Socket socket = connected()) {
      send(socket, "GET / HTTP/1.1\r\n".repeat(20).getBytes(US_ASCII));

      socket.setSoTimeout(30_000);
      assertThat(endOf(socket)).isTrue();
    }
  }

  /** The unread rest of what was sent makes it a reset instead of an end. */
  private static boolean endOf(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void netcatGetsAFrameIn() throws Exception {
    assumeTrue(Files.isExecutable(NETCAT), "netcat is not installed");
    TestDevice device = site.tcpDevice(PASSWORD);
    Path frame = Files.write(data.resolve("frame"), minute(device.mn(), 0));
    Process netcat =
        new ProcessBuilder(
                NETCAT.toString(), "-q", "2", address.host(), Integer.toString(address.port()))
            .redirectInput(frame.toFile())
            .start();

    eventually().until(() -> site.storedMinutes(device) == 1);
    assertThat(netcat.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static Socket connected() throws IOException {
    Socket socket = new Socket(address.host(), address.port());
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static void send(Socket socket, byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }
}
