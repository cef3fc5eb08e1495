package org.tijian.analytics.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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
import org.tijian.analytics.reading.SampleUpkeep;

/**
 * All applicable checks over an outlet-year of minutes from a file and from the store, and the
 * hourly self-check of many outlets from hours that are kept.
 */
public final class CheckBench {
  private static final int OUTLETS = 100;
  private static final int DAYS = 31;
  private static final int YEAR_DAYS = 365;
  private static final int YEAR_OUTLET = 1_000_000;
  private static final double TARGET_YEAR_SECONDS = 3;
  private static final double TARGET_ROUND_SECONDS = 60;
  private static final int ROUND_OUTLETS = 1000;

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
  private final HourKeeper keeper;
  private final YearCheck check = new YearCheck();
  private final Instant now;

  private CheckBench(Settings settings, MonitoringDatabase database) {
    this.settings = settings;
    this.database = database;
    this.readings = ReadingStore.on(database);
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
      System.out.println(own.version());
      isSame = new CheckBench(settings, own.monitoring()).run();
    }
    System.exit(isSame ? 0 : 1);
  }

  private boolean run() throws SQLException, IOException {
    fromFile();
    fill();
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
          1440 * YEAR_DAYS,
          MinuteSeries.FACTORS,
          Files.size(file) >> 20,
          YEAR_DAYS);
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
      report(check.fromSource(YEAR_OUTLET, end.minus(Duration.ofDays(YEAR_DAYS)), end, readings));
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
  private boolean rounds() {
    System.out.printf(
        "hourly self-check of %d outlets, %d days stored%n", settings.outlets(), settings.days());
    double first = round("  first round, everything told  ", true);
    double second = round("  hourly round, hours kept      ", true);
    double full = round("  the same from all minutes     ", false);
    double scan = scan();
    System.out.printf(
        Locale.ROOT,
        "  plain SQL scan of today's rows (reference) %.2f s; ratio hourly round to scan %.1f, to all minutes %.2f%n",
        scan,
        second / scan,
        second / full);
    System.out.printf(
        Locale.ROOT,
        "  %d outlets at the hourly rate: %.0f s (target %.0f s), computed from %d outlets; first round %.0f s%n",
        ROUND_OUTLETS,
        second / settings.outlets() * ROUND_OUTLETS,
        TARGET_ROUND_SECONDS,
        settings.outlets(),
        first / settings.outlets() * ROUND_OUTLETS);
    boolean isSame = check.isSame(readings, keeper, 1, now);
    System.out.println(
        "CHECK verdicts from kept hours and from all minutes " + (isSame ? "equal" : "NOT EQUAL"));
    return isSame;
  }

  private double round(String what, boolean isKept) {
    long start = System.nanoTime();
    int verdicts = 0;
    for (int outlet = 1; outlet <= settings.outlets(); outlet++) {
      verdicts += check.selfCheck(readings, isKept ? keeper : null, outlet, now);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s %.2f s, %.1f ms an outlet, %d verdicts%n",
        what,
        seconds,
        seconds * 1000 / settings.outlets(),
        verdicts);
    return seconds;
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
    return (System.nanoTime() - start) / 1e9;
  }

  private void fill() throws SQLException {
    String factors = "{" + String.join(",", YearCheck.FACTORS) + "}";
    int layout =
        database
            .jdbc()
            .sql("insert into factor_layout (factors) values (:factors::text[]) returning id")
            .param("factors", factors)
            .query(Integer.class)
            .single();
    try (Connection connection = database.dataSource().getConnection()) {
      for (int outlet = 1; outlet <= settings.outlets(); outlet++) {
        fill(connection, outlet, settings.days(), layout);
      }
      fill(connection, YEAR_OUTLET, YEAR_DAYS, layout);
    }
    SampleUpkeep.on(database, Duration.ofHours(6), null).run(now);
    database.jdbc().sql("vacuum analyze sample").update();
  }

  private void fill(Connection connection, int outlet, int days, int layout) throws SQLException {
    MinuteSeries series = new MinuteSeries(settings.seed() + outlet, settings.noise() / 100.0);
    try (BinaryCopy copy = new BinaryCopy(connection, "sample")) {
      for (int i = 1440 * days; i > 0; i--) {
        copy.row(outlet, now.minus(i, ChronoUnit.MINUTES), i, layout, series.next());
      }
    }
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
      for (int i = 0; i < 1440 * YEAR_DAYS; i++) {
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
      for (int day = 0; day < YEAR_DAYS; day++) {
        Instant at = Instant.parse("2025-12-31T18:00:00Z").plus(Duration.ofDays(day));
        log.add(new GasCheck(at, Level.ZERO, random.nextGaussian(), 0));
        log.add(new GasCheck(at.plusSeconds(600), Level.SPAN, 160 + random.nextGaussian(), 160));
      }
      checks.put(factor, log);
    }
    return checks;
  }
}
