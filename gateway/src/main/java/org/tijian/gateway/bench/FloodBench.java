package org.tijian.gateway.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tijian.analytics.reading.MonitoringDatabase;

/**
 * Many times more than can be stored, for long: nothing acknowledged is lost, memory is bounded.
 */
public final class FloodBench {
  private static final String USAGE =
      """
      bench flood: HJ 212 minute frames at a multiple of the rate that was sustained in the same
      run. What finds no room at the sender is never sent; what was acknowledged must be stored.
        seconds      length of the flood (900 for the full one)
        times        multiple of the sustained rate
        connections, window
                     loggers, and most unacknowledged messages of each
      """;

  private static final String PREFIX = "A4";

  private final Options options;
  private final Sheet sheet;
  private final Server server;
  private final Ledger ledger;
  private final List<Fleet.Member> members;

  private FloodBench(Options options, Sheet sheet, Server server, MonitoringDatabase database) {
    this.options = options;
    this.sheet = sheet;
    this.server = server;
    this.ledger = new Ledger(database);
    this.members =
        new Fleet(database).register(PREFIX, options.number("connections"), false, sheet);
  }

  public static void main(String[] arguments) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("seconds", "60");
    defaults.put("times", "10");
    defaults.put("connections", "200");
    defaults.put("window", "50");
    defaults.put("sustained-seconds", "20");
    defaults.put("heap", "2g");
    Bench.main("flood", USAGE, defaults, arguments, FloodBench::run);
  }

  private static void run(Options options, Sheet sheet) throws Exception {
    try (Server server = Server.start(options.text("heap"), Map.of(), sheet)) {
      Server.Database at = server.database();
      try (MonitoringDatabase database =
          MonitoringDatabase.open(at.url(), at.user(), at.password())) {
        new FloodBench(options, sheet, server, database).measure();
      }
    }
  }

  private void measure() throws Exception {
    try (Load load =
        new Load(members, Workload.FRAMES, Workload.ROOT, options.number("window"), sheet)) {
      load.connect(server.ports().mqtt());
      Load.Stretch warm = load.fast(options.seconds("sustained-seconds"));
      Settled settled = Settled.await(ledger, PREFIX, load.acknowledged(), sheet);
      double sustained = warm.messages() * 1e9 / (settled.at() - warm.begunAt());
      sheet.figure("sustained: stored", sustained, "messages/s");
      flood(load, sustained * options.number("times"));
    }
  }

  private void flood(Load load, double offered) throws Exception {
    Usage before = server.usage();
    Load.Stretch stretch = load.paced(options.seconds("seconds"), offered);
    long behind = load.acknowledged() - ledger.sums(PREFIX).received();
    Settled drained = Settled.await(ledger, PREFIX, load.acknowledged(), sheet);
    double flood = (stretch.endedAt() - stretch.begunAt()) / 1e9;
    double drain = (drained.at() - stretch.endedAt()) / 1e9;
    sheet.figure("offered", offered, "messages/s");
    sheet.figure("accepted and acknowledged", stretch.perSecond(), "messages/s");
    sheet.figure("held back at the senders", load.givenUp(), "messages");
    sheet.latencies("due -> acknowledged", stretch.latencies());
    sheet.figure("waiting in the broker at the end", behind, "messages");
    sheet.figure("flood lasted", flood, "s");
    sheet.figure("drained within", drain, "s");
    sheet.figure(
        "resident at the most: server", Processes.mostResidentKib(server.pid()) / 1024.0, "MiB");
    sheet.figure("resident after: database", server.usage().databaseMib(), "MiB");
    sheet.figure(
        "CPU of server + database, a message",
        server.usage().cpuMicrosEach(before, stretch.messages()),
        "us");
    sheet.check("the server is alive, heap " + options.text("heap"), server.isAlive());
    sheet.check("drained within twice the flood's time", drain <= 2 * flood);
    checked(load.acknowledged(), drained.sums());
  }

  private void checked(long acknowledged, Ledger.Sums sums) {
    long readable = ledger.readable(members, Workload.FRAMES.kind());
    sheet.check(
        "acknowledged %,d = stored %,d = periods that can be read %,d"
            .formatted(acknowledged, sums.stored(), readable),
        acknowledged == sums.stored() && acknowledged == readable);
  }
}
