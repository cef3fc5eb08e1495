package org.tijian.gateway.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;

/** How much is taken in and stored, beside what the same broker relays to who does nothing. */
public final class IngestBench {
  private static final String USAGE =
      """
      bench ingest: loggers publish at QoS 1; first to a subscriber that does nothing, the
      reference, then to the gateway, which stores.
        workload     tb6k: 6,000 connections, a JSON message of 3 values a second each
                     frames: HJ 212 minute frames of 13 factors, as fast as acknowledged
        broker       embedded, or mosquitto
        seconds      length of the measured stretch; reference and warm-up have their own
        connections  0: 6000 for tb6k, 4 for frames
        rate         messages a second over all connections; 0: one a second for each with tb6k,
                     as fast as acknowledged with frames
        window       most unacknowledged messages of a connection
      """;

  private static final String PREFIX = "A3";

  private final Options options;
  private final Sheet sheet;
  private final Server server;
  private final @Nullable Mosquitto mosquitto;
  private final Ledger ledger;
  private final Workload workload;
  private final List<Fleet.Member> members;

  private IngestBench(
      Options options,
      Sheet sheet,
      Server server,
      @Nullable Mosquitto mosquitto,
      MonitoringDatabase database) {
    this.options = options;
    this.sheet = sheet;
    this.server = server;
    this.mosquitto = mosquitto;
    this.ledger = new Ledger(database);
    this.workload = workload(options);
    int wanted = options.number("connections");
    int usual = workload == Workload.TB6K ? 6_000 : 4;
    this.members = new Fleet(database).register(PREFIX, wanted == 0 ? usual : wanted, false, sheet);
  }

  public static void main(String[] arguments) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("workload", "frames");
    defaults.put("broker", "embedded");
    defaults.put("seconds", "60");
    defaults.put("reference-seconds", "20");
    defaults.put("warm-up", "10");
    defaults.put("connections", "0");
    defaults.put("rate", "0");
    defaults.put("window", "250");
    defaults.put("heap", "1g");
    Bench.main("ingest", USAGE, defaults, arguments, IngestBench::run);
  }

  private static Workload workload(Options options) {
    return Workload.valueOf(options.text("workload").toUpperCase(Locale.ROOT));
  }

  private static void run(Options options, Sheet sheet) throws Exception {
    workload(options);
    if (options.text("broker").equals("mosquitto")) {
      try (Mosquitto mosquitto = Mosquitto.start()) {
        run(options, sheet, mosquitto);
      }
    } else {
      run(options, sheet, null);
    }
  }

  private static void run(Options options, Sheet sheet, @Nullable Mosquitto mosquitto)
      throws Exception {
    Map<String, String> settings =
        mosquitto == null
            ? Map.of()
            : Map.of("TIJIAN_MQTT_URL", "tcp://127.0.0.1:" + mosquitto.port());
    try (Server server = Server.start(options.text("heap"), settings, sheet)) {
      Server.Database at = server.database();
      try (MonitoringDatabase database =
          MonitoringDatabase.open(at.url(), at.user(), at.password())) {
        new IngestBench(options, sheet, server, mosquitto, database).measure();
      }
    }
  }

  private void measure() throws Exception {
    double relayed = reference();
    double stored = ours();
    sheet.figure("RATIO stored : relayed by the same broker", stored / relayed, "");
    sheet.check("the server is alive", server.isAlive());
  }

  /** Messages a second that reach a subscriber that does nothing. */
  private double reference() throws Exception {
    try (Relay relay =
            mosquitto == null
                ? Relay.embedded(options.text("heap"), server.database())
                : Relay.at(mosquitto.port(), server.database());
        Load load = load(mosquitto == null ? Workload.ROOT : Workload.UNHEARD)) {
      load.connect(relay.port());
      publish(load, options.seconds("warm-up"));
      awaitReceived(relay, load.acknowledged());
      Load.Stretch stretch = publish(load, options.seconds("reference-seconds"));
      long received = awaitReceived(relay, load.acknowledged());
      double perSecond = perSecond(stretch, System.nanoTime());
      sheet.figure("reference: relayed", perSecond, "messages/s");
      sheet.latencies("reference: due -> acknowledged", stretch.latencies());
      sheet.check(
          "reference: acknowledged %,d = relayed %,d".formatted(load.acknowledged(), received),
          received == load.acknowledged());
      return perSecond;
    }
  }

  private static long awaitReceived(Relay relay, long acknowledged)
      throws IOException, InterruptedException {
    long received = relay.received();
    for (int i = 0; i < 6_000 && received < acknowledged; i++) {
      Thread.sleep(10);
      received = relay.received();
    }
    return received;
  }

  private double ours() throws Exception {
    try (Load load = load(Workload.ROOT)) {
      load.connect(mosquitto == null ? server.ports().mqtt() : mosquitto.port());
      publish(load, options.seconds("warm-up"));
      Settled warm = Settled.await(ledger, PREFIX, load.acknowledged(), sheet);
      long disk = ledger.bytes();
      Usage before = server.usage();
      long brokerBefore = brokerCpu();
      long own = Processes.cpuMillis(ProcessHandle.current().pid());
      Load.Stretch stretch = publish(load, options.seconds("seconds"));
      Ledger.Sums behind = ledger.sums(PREFIX);
      Settled settled = Settled.await(ledger, PREFIX, load.acknowledged(), sheet);
      Usage after = server.usage();
      double perSecond = perSecond(stretch, settled.at());
      told(stretch, perSecond, load.acknowledged() - behind.received(), settled);
      sheet.check(
          "every message that was due was sent; %,d were not".formatted(load.givenUp()),
          load.givenUp() == 0);
      spent(stretch, before, after, brokerCpu() - brokerBefore, own);
      long bytes = ledger.bytes() - disk;
      sheet.figure("database grew, a message", (double) bytes / stretch.messages(), "bytes");
      checked(load.acknowledged(), warm, settled);
      return perSecond;
    }
  }

  private void told(Load.Stretch stretch, double perSecond, long behind, Settled settled) {
    sheet.figure("OURS: stored", perSecond, "messages/s");
    sheet.figure("OURS: stored", perSecond * workload.valueCount(), "values/s");
    sheet.figure("acknowledged by the broker", stretch.perSecond(), "messages/s");
    sheet.latencies("due -> acknowledged", stretch.latencies());
    if (workload == Workload.TB6K) {
      sheet.line("seconds with p99 above 50 ms", stretch.timeline().slower(50));
    }
    sheet.figure("not yet stored at the last acknowledgement", behind, "messages");
    sheet.figure("stored after it within", (settled.at() - stretch.endedAt()) / 1e9, "s");
  }

  private void spent(
      Load.Stretch stretch, Usage before, Usage after, long brokerMillis, long ownBefore)
      throws IOException {
    long values = stretch.messages() * workload.valueCount();
    sheet.figure(
        "CPU of server + database, a message",
        after.cpuMicrosEach(before, stretch.messages()),
        "us");
    sheet.figure("CPU of server + database, a value", after.cpuMicrosEach(before, values), "us");
    sheet.figure(
        "of that, the server, a message",
        1000.0 * (after.serverCpuMillis() - before.serverCpuMillis()) / stretch.messages(),
        "us");
    if (mosquitto != null) {
      sheet.figure("CPU of mosquitto, a message", 1000.0 * brokerMillis / stretch.messages(), "us");
    }
    long own = Processes.cpuMillis(ProcessHandle.current().pid()) - ownBefore;
    sheet.figure("CPU of the load, a message", 1000.0 * own / stretch.messages(), "us");
    sheet.figure("resident: server", after.serverMib(), "MiB");
    sheet.figure(
        "resident at the most: server", Processes.mostResidentKib(server.pid()) / 1024.0, "MiB");
    sheet.figure("resident: database", after.databaseMib(), "MiB");
  }

  private void checked(long acknowledged, Settled warm, Settled settled) {
    Ledger.Sums sums = settled.sums();
    sheet.line("after the warm-up", warm.sums().toString());
    sheet.check(
        "acknowledged %,d = received %,d = stored %,d"
            .formatted(acknowledged, sums.received() - sums.duplicate(), sums.stored()),
        acknowledged == sums.stored() && sums.refused() == 0 && sums.noted() == 0);
    long readable = ledger.readable(members, workload.kind());
    sheet.check(
        "acknowledged %,d = periods that can be read %,d".formatted(acknowledged, readable),
        acknowledged == readable);
  }

  private Load load(String root) {
    return new Load(members, workload, root, options.number("window"), sheet);
  }

  private Load.Stretch publish(Load load, Duration time) throws IOException, InterruptedException {
    int rate = options.number("rate");
    if (rate == 0 && workload == Workload.FRAMES) {
      return load.fast(time);
    }
    return load.paced(time, rate == 0 ? members.size() : rate);
  }

  private static double perSecond(Load.Stretch stretch, long endedAt) {
    return stretch.messages() * 1e9 / (endedAt - stretch.begunAt());
  }

  private long brokerCpu() {
    return mosquitto == null ? 0 : Processes.cpuMillis(mosquitto.pid());
  }
}
