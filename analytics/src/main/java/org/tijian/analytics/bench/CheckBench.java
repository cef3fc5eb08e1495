package org.tijian.analytics.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.tijian.analytics.YearCheck;
import org.tijian.analytics.digest.HourKeeper;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.GasCheck;
import org.tijian.analytics.kept.KeptHours;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.ReadingStore;

/**
 * All applicable checks over an outlet-year of minutes from a file and from the store, and the
 * hourly self-check of many outlets from hours that are kept.
 */
public final class CheckBench {
  private static final int OUTLETS = 100;
  private static final int DAYS = 31;
  private static final double TARGET_YEAR_SECONDS = 3;
  private static final double TARGET_ROUND_SECONDS = 60;
  private static final int ROUND_OUTLETS = 1000;

  /** How many are judged from all minutes, which is only there to compare with. */
  private static final int FULL = 40;

  /** What an hourly look at the newest day costs in plain SQL. */
  private static final String SCAN =
      """
      select date_trunc('hour', measured_at), count(*), avg(value[1]), avg(value[2]), avg(value[3]), avg(value[4]),
             avg(value[5]), avg(value[6]), avg(value[7]), avg(value[8]), avg(value[9]), avg(value[10]),
             avg(value[11]), avg(value[12])
        from sample
       where outlet_id = :outlet and kind = 2051 and measured_at >= :from
       group by 1
      """;

  private final Settings settings;
  private final MonitoringDatabase database;
  private final ReadingStore readings;
  private final OutletFill fill;
  private final HourKeeper keeper;
  private final YearCheck check = new YearCheck();
  private final Instant now;

  private CheckBench(Settings settings, MonitoringDatabase database) {
    this.settings = settings;
    this.database = database;
    this.readings = ReadingStore.on(database);
    this.fill = new OutletFill(settings, database);
    this.keeper = (outlet, moment) -> KeptHours.of(database, readings, outlet, moment);
    this.now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  }

  public static void main(String[] arguments) throws SQLException, IOException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Settings.help("check", OUTLETS, DAYS));
      return;
    }
    Settings settings = Settings.read(arguments, OUTLETS, DAYS);
    boolean isSame;
    try (BenchDatabase own = BenchDatabase.open(settings.url())) {
      System.out.println(own.monitoring().engine().describe());
      isSame = new CheckBench(settings, own.monitoring()).run();
    }
    System.exit(isSame ? 0 : 1);
  }

  private boolean run() throws SQLException, IOException {
    fromFile();
    fill.all(now);
    fromStore();
    return rounds();
  }

  private void fromFile() throws IOException {
    Path file = Files.createTempFile("tijian-year", ".csv");
    try {
      write(file);
      System.out.printf(
          Locale.ROOT,
          "outlet-year from CSV: %,d minutes x %d factors, %d MB, %d daily gas checks%n",
          1440 * OutletFill.YEAR_DAYS,
          MinuteSeries.FACTORS,
          Files.size(file) >> 20,
          OutletFill.YEAR_DAYS);
      for (int run = 0; run < 3; run++) {
        report(check.fromFile(file, gasChecks()));
      }
    } finally {
      Files.delete(file);
    }
  }

  private void fromStore() {
    System.out.println("outlet-year from the store, folded");
    Instant end = BeijingTime.startOf(BeijingTime.dateOf(now));
    for (int run = 0; run < 3; run++) {
      report(
          check.fromSource(
              OutletFill.YEAR_OUTLET,
              end.minus(Duration.ofDays(OutletFill.YEAR_DAYS)),
              end,
              readings));
    }
  }

  private static void report(YearCheck.Times times) {
    System.out.printf(
        Locale.ROOT,
        "  reading %.2f s, beyond reading %.2f s of one core (target %.0f s), %d verdicts of %d rules%n",
        times.readingSeconds(),
        times.checkingSeconds(),
        TARGET_YEAR_SECONDS,
        times.verdicts(),
        times.rules());
  }

  /** Two rounds: the first tells all hours, the second only today's. */
  private boolean rounds() throws SQLException {
    int distinct = Math.min(settings.outlets(), OutletFill.DISTINCT);
    System.out.printf(
        "hourly self-check of %d outlets, %d days of minutes and hourly values stored; values of %d, the others"
            + " are copies of these%n",
        settings.outlets(), settings.days(), distinct);
    double first = round("  first round, everything told  ", distinct, true);
    fill.copy("day_digest");
    round("  warming up                    ", distinct, true);
    round("  warming up                    ", distinct, true);
    double second = round("  hourly round, hours kept      ", settings.outlets(), true);
    double full = round("  the same from all minutes     ", Math.min(distinct, FULL), false);
    double scan = scan();
    System.out.printf(
        Locale.ROOT,
        "  plain SQL scan of today's rows (reference) %.1f ms an outlet; ratio hourly round to scan %.1f, to all"
            + " minutes %.2f%n",
        scan * 1000,
        second / scan,
        second / full);
    System.out.printf(
        Locale.ROOT,
        "  %d outlets at the hourly rate: %.1f s (target %.0f s), computed from %d; first round %.0f s%n",
        ROUND_OUTLETS,
        second * ROUND_OUTLETS,
        TARGET_ROUND_SECONDS,
        settings.outlets(),
        first * ROUND_OUTLETS);
    boolean isSame =
        check.isSame(readings, keeper, 1, now)
            && check.isSame(readings, keeper, settings.outlets(), now);
    System.out.println(
        "CHECK verdicts from kept hours and from all minutes " + (isSame ? "equal" : "NOT EQUAL"));
    return isSame;
  }

  /** Seconds an outlet. Processor time beside it, which other work on the machine hardly moves. */
  private double round(String what, int outlets, boolean isKept) {
    long start = System.nanoTime();
    double own = Times.ownCpuMillis();
    double server = ServerCpu.millis(database);
    int verdicts = 0;
    for (int outlet = 1; outlet <= outlets; outlet++) {
      verdicts += check.selfCheck(readings, isKept ? keeper : null, outlet, now);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s %.2f s for %d outlets, %.1f ms an outlet; processor time %.1f ms here, %.1f ms of the database; %d verdicts%n",
        what,
        seconds,
        outlets,
        seconds * 1000 / outlets,
        (Times.ownCpuMillis() - own) / outlets,
        (ServerCpu.millis(database) - server) / outlets,
        verdicts);
    return seconds / outlets;
  }

  private double scan() {
    long start = System.nanoTime();
    for (int outlet = 1; outlet <= settings.outlets(); outlet++) {
      database
          .jdbc()
          .sql(SCAN)
          .param("outlet", outlet)
          .param("from", BeijingTime.startOf(BeijingTime.dateOf(now)).atOffset(ZoneOffset.UTC))
          .query((row, n) -> row.getDouble(3))
          .list();
    }
    return (System.nanoTime() - start) / 1e9 / settings.outlets();
  }

  private void write(Path file) throws IOException {
    MinuteSeries series = new MinuteSeries(settings.seed(), settings.noise() / 100.0);
    Instant start = Instant.parse("2025-12-31T16:00:00Z");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("time");
      for (String factor : YearCheck.FACTORS) {
        out.write("," + factor + "-Avg");
      }
      out.newLine();
      for (int i = 0; i < 1440 * OutletFill.YEAR_DAYS; i++) {
        String time =
            start.plusSeconds(60L * i).atOffset(BeijingTime.OFFSET).toLocalDateTime().toString();
        out.write(time.replace('T', ' '));
        for (double value : series.next().value()) {
          out.write(",");
          out.write(Double.toString(value));
        }
        out.newLine();
      }
    }
  }

  private Map<String, List<GasCheck>> gasChecks() {
    Random random = new Random(settings.seed());
    Map<String, List<GasCheck>> checks = new HashMap<>();
    for (String factor : YearCheck.GASES) {
      List<GasCheck> log = new ArrayList<>();
      for (int day = 0; day < OutletFill.YEAR_DAYS; day++) {
        Instant at = Instant.parse("2025-12-31T18:00:00Z").plus(Duration.ofDays(day));
        log.add(new GasCheck(at, Level.ZERO, random.nextGaussian(), 0));
        log.add(new GasCheck(at.plusSeconds(600), Level.SPAN, 160 + random.nextGaussian(), 160));
      }
      checks.put(factor, log);
    }
    return checks;
  }
}
