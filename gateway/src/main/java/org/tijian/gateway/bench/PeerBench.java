package org.tijian.gateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tijian.analytics.reading.MonitoringDatabase;

/** What people build by hand, on the same machine, broker and database, in the same run. */
public final class PeerBench {
  private static final String USAGE =
      """
      bench peer: a Node-RED flow (MQTT in, HJ 212 parsed with its check sum, inserted into
      PostgreSQL) and the gateway, one after the other: the same mosquitto, the same database
      server, the same frames, as fast as acknowledged. Needs mosquitto, node and npm.
        folder   where Node-RED is installed from npm, or has been; default: a temporary folder,
                 removed afterwards
        batch    most frames in one insert of the flow; 1: an insert for each
      """;

  private static final String PREFIX = "A5";
  private static final String TABLE =
      """
      create table peer.reading (
        mn text, at timestamptz, factor text,
        average float8, minimum float8, maximum float8, amount float8,
        primary key (mn, at, factor))
      """;
  private static final String STORED =
      "select count(*) from (select distinct mn, at from peer.reading) as frames";

  /** Costs nothing, unlike counting, but is up to a second old. */
  private static final String ROWS_SO_FAR =
      "select coalesce(max(n_tup_ins), 0) from pg_stat_user_tables where schemaname = 'peer'";

  private static final int ROWS_A_FRAME = Workload.FRAMES.valueCount() / 4;

  /** Without a further frame for so long, no more will come. */
  private static final int STANDSTILL_SECONDS = 15;

  private final Options options;
  private final Sheet sheet;
  private final Server server;
  private final Mosquitto mosquitto;
  private final MonitoringDatabase database;
  private final List<Fleet.Member> members;

  private PeerBench(
      Options options,
      Sheet sheet,
      Server server,
      Mosquitto mosquitto,
      MonitoringDatabase database) {
    this.options = options;
    this.sheet = sheet;
    this.server = server;
    this.mosquitto = mosquitto;
    this.database = database;
    this.members =
        new Fleet(database).register(PREFIX, options.number("connections"), false, sheet);
  }

  public static void main(String[] arguments) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("seconds", "20");
    defaults.put("connections", "4");
    defaults.put("window", "250");
    defaults.put("batch", "100");
    defaults.put("folder", "");
    defaults.put("heap", "1g");
    Bench.main("peer", USAGE, defaults, arguments, PeerBench::run);
  }

  private static void run(Options options, Sheet sheet) throws Exception {
    String wanted = options.text("folder");
    Path folder =
        wanted.isEmpty()
            ? Files.createTempDirectory("tijian-bench-peer-")
            : Path.of(wanted).toAbsolutePath();
    try {
      NodeRed.install(folder, sheet);
      sheet.line(
          "peer", NodeRed.version(folder, "node-red") + ", " + NodeRed.version(folder, "pg"));
      run(options, sheet, folder);
    } finally {
      if (wanted.isEmpty()) {
        Folders.delete(folder);
      }
    }
  }

  private static void run(Options options, Sheet sheet, Path folder) throws Exception {
    try (Mosquitto mosquitto = Mosquitto.start();
        Server server =
            Server.start(
                options.text("heap"),
                Map.of("TIJIAN_MQTT_URL", "tcp://127.0.0.1:" + mosquitto.port()),
                sheet)) {
      Server.Database at = server.database();
      try (MonitoringDatabase database =
          MonitoringDatabase.open(at.url(), at.user(), at.password())) {
        PeerBench bench = new PeerBench(options, sheet, server, mosquitto, database);
        double theirs = bench.peer(folder);
        double ours = bench.ours();
        sheet.figure("RATIO ours : peer", ours / theirs, "");
      }
    }
  }

  private double peer(Path folder) throws Exception {
    database.jdbc().sql("create schema peer").update();
    database.jdbc().sql(TABLE).update();
    try (NodeRed peer =
            NodeRed.start(folder, mosquitto.port(), server.database(), options.number("batch"));
        Load load = load(Workload.UNHEARD)) {
      load.connect(mosquitto.port());
      long cpu = Processes.cpuMillis(peer.pid());
      long databaseCpu = server.usage().databaseCpuMillis();
      Load.Stretch stretch = load.fast(options.seconds("seconds"));
      long[] stored = awaitPeer(load.acknowledged());
      double perSecond = stored[0] * 1e9 / (stored[1] - stretch.begunAt());
      sheet.figure("peer: stored", perSecond, "messages/s");
      sheet.figure("peer: lost of those acknowledged", load.acknowledged() - stored[0], "messages");
      sheet.figure("peer: most resident", Processes.mostResidentKib(peer.pid()) / 1024.0, "MiB");
      long used = Processes.cpuMillis(peer.pid()) - cpu;
      used += server.usage().databaseCpuMillis() - databaseCpu;
      sheet.figure("peer: CPU of node + database, a message", 1000.0 * used / stored[0], "us");
      tellErrors(peer);
      return perSecond;
    }
  }

  private void tellErrors(NodeRed peer) throws IOException {
    for (String error : peer.errors()) {
      sheet.line("peer: said", error);
    }
  }

  /**
   * @return frames stored, and when the last of them was seen
   */
  private long[] awaitPeer(long acknowledged) throws InterruptedException {
    long seen = 0;
    long moved = System.nanoTime();
    while (seen < acknowledged && System.nanoTime() - moved < STANDSTILL_SECONDS * 1_000_000_000L) {
      Thread.sleep(200);
      long now = database.jdbc().sql(ROWS_SO_FAR).query(Long.class).single() / ROWS_A_FRAME;
      if (now > seen) {
        moved = System.nanoTime();
      }
      if (now / 20_000 > seen / 20_000) {
        sheet.progress("peer: %,d of %,d stored".formatted(now, acknowledged));
      }
      seen = now;
    }
    return new long[] {database.jdbc().sql(STORED).query(Long.class).single(), moved};
  }

  private double ours() throws Exception {
    Ledger ledger = new Ledger(database);
    try (Load load = load(Workload.ROOT)) {
      load.connect(mosquitto.port());
      Usage before = server.usage();
      Load.Stretch stretch = load.fast(options.seconds("seconds"));
      Settled settled = Settled.await(ledger, PREFIX, load.acknowledged(), sheet);
      double perSecond = stretch.messages() * 1e9 / (settled.at() - stretch.begunAt());
      long stored = settled.sums().stored();
      sheet.figure("ours: stored", perSecond, "messages/s");
      sheet.figure("ours: lost of those acknowledged", load.acknowledged() - stored, "messages");
      sheet.figure("ours: most resident", Processes.mostResidentKib(server.pid()) / 1024.0, "MiB");
      sheet.figure(
          "ours: CPU of server + database, a message",
          server.usage().cpuMicrosEach(before, stretch.messages()),
          "us");
      sheet.check(
          "ours: acknowledged %,d = stored %,d".formatted(load.acknowledged(), stored),
          load.acknowledged() == stored);
      return perSecond;
    }
  }

  private Load load(String root) {
    return new Load(members, Workload.FRAMES, root, options.number("window"), sheet);
  }
}
