package org.tijian.gateway.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;

/** Hours that a cut line cost are fetched again while live data go on. */
public final class BackfillBench {
  private static final String USAGE =
      """
      bench backfill: loggers whose line was cut for hours; the gateway fetches what is missing,
      and every logger sends real-time data every second meanwhile.
        loggers       how many
        hours         how long the line was cut
        survey-every, heal-every, ripe
                      the gateway's settings, as ISO 8601 durations
        after         seconds of live data after the back-fill
        at-most       seconds after which it is given up
      """;

  private static final Duration LATE = Duration.ofSeconds(1);
  private static final int LIVE_FRAMES = 100;

  private final Options options;
  private final Sheet sheet;
  private final Server server;
  private final Fleet fleet;
  private final Ledger ledger;
  private final ReadingStore readings;
  private final int hours;
  private final Instant cut;

  private BackfillBench(Options options, Sheet sheet, Server server, MonitoringDatabase database) {
    this.options = options;
    this.sheet = sheet;
    this.server = server;
    this.fleet = new Fleet(database);
    this.ledger = new Ledger(database);
    this.readings = ReadingStore.on(database);
    this.hours = options.number("hours");
    // An hour is due twenty minutes after its end, and one that is due has to follow the gap.
    this.cut = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(hours + 2L));
  }

  public static void main(String[] arguments) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("loggers", "10");
    defaults.put("hours", "6");
    defaults.put("survey-every", "PT1M");
    defaults.put("heal-every", "PT5S");
    defaults.put("ripe", "PT2M");
    defaults.put("after", "20");
    defaults.put("at-most", "600");
    defaults.put("heap", "1g");
    Bench.main("backfill", USAGE, defaults, arguments, BackfillBench::run);
  }

  private static void run(Options options, Sheet sheet) throws Exception {
    Map<String, String> settings =
        Map.of(
            "TIJIAN_BACKFILL_SURVEYEVERY", options.text("survey-every"),
            "TIJIAN_BACKFILL_HEALEVERY", options.text("heal-every"),
            "TIJIAN_BACKFILL_RIPE", options.text("ripe"));
    try (Server server = Server.start(options.text("heap"), settings, sheet)) {
      Server.Database at = server.database();
      try (MonitoringDatabase database =
          MonitoringDatabase.open(at.url(), at.user(), at.password())) {
        new BackfillBench(options, sheet, server, database).measure();
      }
    }
  }

  private void measure() throws Exception {
    List<Fleet.Member> members = fleet.register("A2", options.number("loggers"), false, sheet);
    long missing = members.size() * (60L * hours + hours);
    try (Emulators loggers =
            Emulators.start(
                members, server.ports().mqtt(), cut.minus(Duration.ofHours(2)), cut, hours);
        LiveWatch watch = new LiveWatch(members, ledger)) {
      awaitFirstFetched(members, loggers);
      watch.start();
      Usage before = server.usage();
      boolean complete = awaitComplete(members, missing, loggers);
      Latencies during = watch.since();
      double seconds = (System.nanoTime() - before.at()) / 1e9;
      sheet.figure("back-fill took", seconds, "s from the first period fetched to the last");
      sheet.figure("back-fill brought", missing / seconds, "periods/s of %d".formatted(missing));
      sheet.check(
          "%d of %d missing periods are complete again".formatted(fetched(members), missing),
          complete);
      Thread.sleep(1_000L * options.number("after"));
      told(during, watch);
    }
    sheet.check("the server is alive", server.isAlive());
  }

  private void told(Latencies during, LiveWatch watch) {
    Latencies after = watch.since();
    sheet.latencies("live frame due -> readable, during", during);
    sheet.latencies("live frame due -> readable, after", after);
    sheet.check(
        "at least %d live frames during the back-fill".formatted(LIVE_FRAMES),
        during.count() >= LIVE_FRAMES);
    sheet.check("no live frame is missing", watch.missed() == 0);
    sheet.check(
        "live data less than %d ms late meanwhile".formatted(LATE.toMillis()),
        during.millis(1) < LATE.toMillis());
  }

  private void awaitFirstFetched(List<Fleet.Member> members, Emulators loggers)
      throws InterruptedException {
    long until = System.nanoTime() + options.seconds("at-most").toNanos();
    while (fetched(members) == 0) {
      require(loggers, until);
      sheet.progress("waiting for the gateway to find the gap");
      Thread.sleep(1_000);
    }
  }

  private boolean awaitComplete(List<Fleet.Member> members, long missing, Emulators loggers)
      throws InterruptedException {
    long until = System.nanoTime() + options.seconds("at-most").toNanos();
    long fetched = fetched(members);
    while (fetched < missing && System.nanoTime() < until) {
      require(loggers, Long.MAX_VALUE);
      sheet.progress("%d of %d periods fetched".formatted(fetched, missing));
      Thread.sleep(2_000);
      fetched = fetched(members);
    }
    return fetched == missing;
  }

  private static void require(Emulators loggers, long until) {
    if (!loggers.isAlive() || System.nanoTime() > until) {
      throw new IllegalStateException("the emulated loggers ended, or the gap is not found");
    }
  }

  /** Periods that ended while the line was cut: none of them was sent then. */
  private long fetched(List<Fleet.Member> members) {
    return members.stream()
        .mapToLong(member -> ended(member, PeriodKind.MINUTE) + ended(member, PeriodKind.HOUR))
        .sum();
  }

  private long ended(Fleet.Member member, PeriodKind kind) {
    Instant from = cut.minus(kind.length());
    return readings.count(member.outletId(), kind, from, from.plus(Duration.ofHours(hours)));
  }
}
