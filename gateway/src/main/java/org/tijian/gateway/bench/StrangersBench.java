package org.tijian.gateway.bench;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.LoggerSettings;

/** A hundred thousand identifiers that nobody registered, while a registered logger goes on. */
public final class StrangersBench {
  private static final String USAGE =
      """
      bench strangers: frames with made-up MNs over TCP, each another one, and sign-ins with
      made-up MNs at the embedded broker; a registered logger goes on meanwhile.
        frames      frames over TCP, an MN each
        sockets     how many connections they come over
        sign-ins    attempts at the broker, an MN each
      """;

  private static final String STRANGERS = "E0";
  private static final Instant MINUTE = Instant.parse("2026-11-01T00:00:00Z");

  /** What docs/gateway.md promises at the most: frames kept, and places in the waiting room. */
  private static final int KEPT = 20_000;

  private static final int PLACES = 1_000;

  private final Options options;
  private final Sheet sheet;
  private final Server server;
  private final MonitoringDatabase database;
  private final Ledger ledger;

  private StrangersBench(Options options, Sheet sheet, Server server, MonitoringDatabase database) {
    this.options = options;
    this.sheet = sheet;
    this.server = server;
    this.database = database;
    this.ledger = new Ledger(database);
  }

  public static void main(String[] arguments) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("frames", "100000");
    defaults.put("sockets", "50");
    defaults.put("sign-ins", "10000");
    defaults.put("heap", "1g");
    Bench.main("strangers", USAGE, defaults, arguments, StrangersBench::run);
  }

  private static void run(Options options, Sheet sheet) throws Exception {
    try (Server server = Server.start(options.text("heap"), Map.of(), sheet)) {
      Server.Database at = server.database();
      try (MonitoringDatabase database =
          MonitoringDatabase.open(at.url(), at.user(), at.password())) {
        new StrangersBench(options, sheet, server, database).measure();
      }
    }
  }

  private void measure() throws Exception {
    Fleet.Member known = new Fleet(database).register("B2", 1, true, sheet).get(0);
    long heap = server.liveHeapKib();
    Usage before = server.usage();
    long disk = ledger.bytes();
    try (Probe probe = Probe.start(known, ledger, server.ports().tcp())) {
      Thread.sleep(10_000);
      probe.phase(sheet, "before the strangers");
      frames();
      probe.phase(sheet, "strangers over TCP");
      signIns();
      probe.phase(sheet, "strangers at the broker");
      probe.finish(sheet);
    }
    kept();
    Usage after = server.usage();
    sheet.figure("resident before: server", before.serverMib(), "MiB");
    sheet.figure("resident after: server", after.serverMib(), "MiB");
    sheet.figure("live heap before", heap / 1024.0, "MiB");
    sheet.figure("live heap after", server.liveHeapKib() / 1024.0, "MiB");
    sheet.figure("database on disk before", disk / 1048576.0, "MiB");
    sheet.figure("database on disk after", ledger.bytes() / 1048576.0, "MiB");
    sheet.check("the server is alive", server.isAlive());
  }

  private void frames() throws IOException {
    int number = options.number("frames");
    int sockets = Math.max(1, options.number("sockets"));
    long begun = System.nanoTime();
    for (int s = 0; s < sockets; s++) {
      int from = (int) ((long) number * s / sockets);
      int until = (int) ((long) number * (s + 1) / sockets);
      InetAddress here = InetAddress.getByName("127.0.0." + (2 + s % 200));
      try (Socket socket =
          new Socket(InetAddress.getByName("127.0.0.1"), server.ports().tcp(), here, 0)) {
        send(socket, from, until);
      }
      if (s % 10 == 0) {
        sheet.progress("%d frames of strangers sent".formatted(until));
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    sheet.figure("frames of strangers taken off the sockets", number / seconds, "/s");
  }

  /** The gateway closes in turn, so that nothing is cut off on its way. */
  private static void send(Socket socket, int from, int until) throws IOException {
    OutputStream out = socket.getOutputStream();
    for (int i = from; i < until; i++) {
      out.write(Content.minute(Fleet.mn(STRANGERS, i), MINUTE, i));
    }
    socket.shutdownOutput();
    socket.setSoTimeout(60_000);
    while (socket.getInputStream().read() >= 0) {
      continue;
    }
  }

  private void signIns() throws InterruptedException {
    int number = options.number("sign-ins");
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger entered = new AtomicInteger();
    MqttPeer.Listener listener =
        new MqttPeer.Listener() {
          @Override
          public void ready(MqttPeer peer) {
            entered.incrementAndGet();
          }

          @Override
          public void refused(MqttPeer peer, MqttConnectReturnCode code) {
            refused.incrementAndGet();
          }

          @Override
          public void acknowledged(MqttPeer peer, long since) {}
        };
    long begun = System.nanoTime();
    try (Swarm swarm = new Swarm()) {
      swarm.open(
          number,
          server.ports().mqtt(),
          i -> new MqttPeer(Fleet.mn("E1", i), "made-up", 1, listener)::enter,
          () -> refused.get() + entered.get());
      for (int i = 0; i < 300 && refused.get() + entered.get() < number; i++) {
        Thread.sleep(100);
      }
    }
    sheet.figure(
        "sign-ins of strangers refused", refused.get() / ((System.nanoTime() - begun) / 1e9), "/s");
    sheet.check(
        "%d of %d sign-ins refused, %d let in".formatted(refused.get(), number, entered.get()),
        refused.get() == number && entered.get() == 0);
  }

  private void kept() throws InterruptedException {
    LoggerSettings settings = LoggerSettings.on(database);
    int number = options.number("frames");
    // What is only counted in memory is written once a second.
    Thread.sleep(3_000);
    long rows = framesOfStrangers();
    long places = settings.waiting(10 * PLACES).size();
    sheet.line(
        "kept of %d frames".formatted(number),
        "%d frames, %d of their senders in the waiting room, %d turned away from it"
            .formatted(rows, places, settings.turnedAway()));
    sheet.check("at most %d frames of strangers kept".formatted(KEPT), rows > 0 && rows <= KEPT);
    sheet.check("at most %d wait to be registered".formatted(PLACES), places <= PLACES);
    sheet.check(
        "each of %d is in the waiting room or counted as turned away".formatted(number),
        places + settings.turnedAway() == number);
    Ledger.Sums sums = ledger.sums(STRANGERS);
    sheet.check(
        "kept %d = accounted as refused %d, stored %d"
            .formatted(rows, sums.refused(), sums.stored()),
        sums.refused() == rows && sums.stored() == 0);
  }

  private long framesOfStrangers() {
    return database
        .jdbc()
        .sql("select count(*) from frame where mn like :prefix || '%'")
        .param("prefix", STRANGERS)
        .query(Long.class)
        .single();
  }
}
