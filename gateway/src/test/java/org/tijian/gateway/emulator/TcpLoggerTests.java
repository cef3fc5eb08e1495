package org.tijian.gateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.site.Dialect;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;
import org.tijian.gateway.codec.Hj212Stream;
import org.tijian.gateway.codec.Keys;

/** The emulator over TCP, against a listening socket. */
@Timeout(60)
class TcpLoggerTests {
  private static final String MN = "010000A8900016F000169DC0";
  private static final String KEY = "30303030303030303030303030303030";

  private final ServerSocket platform = listening();
  private final List<Hj212Frame> frames = new ArrayList<>();
  private Hj212Stream stream = new Hj212Codec().stream();
  private Socket socket;

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
    platform.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"half", "sticky"})
  void sendsItsHistoryWholeWhateverTheChunks(String fault) throws Exception {
    try (EmulatedLogger logger = start("--from", hoursAgo(1), "--fault", fault)) {
      accept();
      readUntil(frame -> false);

      assertThat(frames).hasSize(logger.await().sent()).hasSizeGreaterThan(59);
    }
  }

  @Test
  void answersWhileItGoesOnAndComesBackAfterABreak() throws Exception {
    try (EmulatedLogger logger = start("--live", "--interval", "1")) {
      accept();
      readUntil(frame -> frame.cn().equals("2011"));
      socket.close();
      accept();

      say(request("1061"), Dialect.STANDARD, Keys.NONE);

      readUntil(frame -> frame.cn().equals("9012"));
      assertThat(frames)
          .filteredOn(frame -> frame.cn().equals("1061"))
          .extracting(frame -> frame.first("RtdInterval"))
          .containsExactly("1");
      assertThat(logger.sheet().sent()).isGreaterThan(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "text"})
  void enciphersAndTakesANewKey(String cipher) throws Exception {
    Keys keys = Keys.of(List.of(Manners.key("31".repeat(16)), Manners.key(KEY)));
    stream = new Hj212Codec().stream(keys);
    try (EmulatedLogger logger =
        start("--live", "--interval", "1", "--edition", "2025", "--cipher", cipher, "--key", KEY)) {
      accept();
      readUntil(frame -> frame.cn().equals("2011"));
      Manner manner =
          Manners.read(
              name ->
                  new java.util.HashMap<>(
                          java.util.Map.of("edition", "2025", "cipher", cipher, "key", KEY))
                      .get(name),
              java.util.Map.of());
      say(
          request("1014", new Field("NewSK", "31".repeat(16))),
          FaultyLine.dialect(manner),
          Keys.of(List.of(Manners.key(KEY))));
      readUntil(frame -> frame.cn().equals("9012"));
      stream = new Hj212Codec().stream(Keys.of(List.of(Manners.key("31".repeat(16)))));
      frames.clear();

      readUntil(frame -> frame.cn().equals("2011"));

      assertThat(frames).extracting(Hj212Frame::flag).containsOnly(8);
      assertThat(logger.sheet().refused()).isZero();
    }
  }

  private EmulatedLogger start(String... more) throws Exception {
    List<String> options =
        new ArrayList<>(List.of("--tcp", "127.0.0.1:" + platform.getLocalPort(), "--mn", MN));
    options.addAll(List.of(more));
    return EmulatedLogger.start(options.toArray(String[]::new));
  }

  private static String hoursAgo(int hours) {
    return Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(hours)).toString();
  }

  private void accept() throws IOException {
    socket = platform.accept();
  }

  /** Reads until such a frame has come, or the logger ends. */
  private void readUntil(Predicate<Hj212Frame> enough) throws IOException {
    byte[] buffer = new byte[4096];
    int n = socket.getInputStream().read(buffer);
    while (n >= 0) {
      List<Hj212Frame> read =
          stream.feed(buffer, 0, n).stream().map(d -> ((Decoded.Accepted) d).frame()).toList();
      frames.addAll(read);
      if (read.stream().anyMatch(enough)) {
        return;
      }
      n = socket.getInputStream().read(buffer);
    }
  }

  private void say(Hj212Frame frame, Dialect dialect, Keys keys) throws IOException {
    socket.getOutputStream().write(new Hj212Encoder().encode(frame, dialect, keys));
  }

  private static Hj212Frame request(String cn, Field... fields) {
    return new Hj212Frame(
        "20261101181740123",
        "31",
        cn,
        "123456",
        MN,
        5,
        null,
        null,
        null,
        java.util.Arrays.stream(fields).map(List::of).toList());
  }
}
