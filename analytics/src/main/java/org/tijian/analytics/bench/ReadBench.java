package org.tijian.analytics.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.reading.SampleUpkeep;

/**
 * How long readers wait: charts, latest values, an outlet's year, presence and SQL, with the last
 * day or two as rows and all others folded. Reference of the same run: a plain SQL scan of the same
 * chart, and the store itself, while everything was still rows. Sums are compared before and after.
 */
public final class ReadBench {
  private static final int OUTLETS = 3;
  private static final int DAYS = 30;
  private static final int YEAR_OUTLET = 1000;
  private static final int YEAR_DAYS = 365;
  private static final int POINTS = 1000;

  private static final String SCAN =
      """
      select avg(value[1]), min(minimum[1]), max(maximum[1])
        from sample
       where outlet_id = :outlet and kind = 2051 and measured_at >= :from and measured_at < :until
       group by date_bin('43 minutes', measured_at, :from)
      """;

  private final Settings settings;
  private final MonitoringDatabase database;
  private final ReadingStore readings;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  private ReadBench(Settings settings, MonitoringDatabase database) {
    this.settings = settings;
    this.database = database;
    this.readings = ReadingStore.on(database);
  }

  public static void main(String[] arguments) throws SQLException, IOException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Settings.help("read", OUTLETS, DAYS));
      return;
    }
    Settings settings = Settings.read(arguments, OUTLETS, DAYS);
    boolean isSame;
    try (BenchDatabase own = BenchDatabase.open(settings.url())) {
      System.out.println(own.monitoring().engine().describe());
      isSame = new ReadBench(settings, own.monitoring()).run();
    }
    System.exit(isSame ? 0 : 1);
  }

  private boolean run() throws SQLException {
    fill();
    System.out.printf("chart of one factor, %d days, about %,d points%n", settings.days(), POINTS);
    System.out.println("  plain SQL scan of rows (reference)  " + Times.of(40, this::scan));
    Times rows = Times.of(40, this::chart);
    System.out.println("  store, everything still rows        " + rows);
    double before = sum(1, settings.days());
    double yearBefore = sum(YEAR_OUTLET, YEAR_DAYS);
    SampleUpkeep.on(database, Duration.ofHours(6), null).run(now);
    database.jdbc().sql("analyze sample_day, sample_block, sample").update();
    Times folded = Times.of(200, this::chart);
    System.out.println("  store, newest rows, rest folded     " + folded);
    System.out.printf(
        "  ratio to rows at p50                %.2f%n",
        rows.percentile(50) / folded.percentile(50));
    System.out.println("latest of an outlet                   " + Times.of(200, this::latest));
    System.out.println("presence by hour, whole span          " + Times.of(20, this::presence));
    System.out.println("SQL: readings() of the whole span     " + Times.of(10, this::sql));
    double yearAfter = sum(YEAR_OUTLET, YEAR_DAYS);
    Times year = Times.of(3, run -> sum(YEAR_OUTLET, YEAR_DAYS));
    System.out.printf(
        "outlet-year, %,d minutes x %d factors %s%n", 1440 * YEAR_DAYS, MinuteSeries.FACTORS, year);
    boolean isSame = before == sum(1, settings.days()) && yearBefore == yearAfter;
    System.out.println("check: sums before and after folding " + (isSame ? "equal" : "NOT EQUAL"));
    return isSame;
  }

  private void fill() throws SQLException {
    String factors =
        IntStream.range(0, MinuteSeries.FACTORS)
            .mapToObj(StoreBench::factor)
            .collect(Collectors.joining(",", "{", "}"));
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

  private int outlet(int run) {
    return 1 + run % settings.outlets();
  }

  private Instant from() {
    return now.minus(settings.days(), ChronoUnit.DAYS);
  }

  private void scan(int run) {
    database
        .jdbc()
        .sql(SCAN)
        .param("outlet", outlet(run))
        .param("from", from().atOffset(ZoneOffset.UTC))
        .param("until", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getDouble(1))
        .list();
  }

  private void chart(int run) {
    String factor = StoreBench.factor(run / settings.outlets() % MinuteSeries.FACTORS);
    int points = readings.chart(outlet(run), factor, PeriodKind.MINUTE, from(), now, POINTS).size();
    if (points < POINTS / 2) {
      throw new IllegalStateException("a chart of %d points".formatted(points));
    }
  }

  private void latest(int run) {
    if (readings.latest(outlet(run)).size() != MinuteSeries.FACTORS) {
      throw new IllegalStateException("not every factor has a latest value");
    }
  }

  private void presence(int run) {
    readings.presence(outlet(run), PeriodKind.MINUTE, from(), now, Duration.ofHours(1));
  }

  private void sql(int run) {
    database
        .jdbc()
        .sql("select count(value) from readings(:outlet, 2051, :factor, :from, :until)")
        .param("outlet", outlet(run))
        .param("factor", StoreBench.factor(0))
        .param("from", from().atOffset(ZoneOffset.UTC))
        .param("until", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** All factors one after the other, as the checks read them. */
  private double sum(int outlet, int days) {
    double sum = 0;
    for (int i = 0; i < MinuteSeries.FACTORS; i++) {
      for (double value :
          readings
              .series(
                  outlet,
                  StoreBench.factor(i),
                  PeriodKind.MINUTE,
                  now.minus(days, ChronoUnit.DAYS),
                  now)
              .value()) {
        sum += value;
      }
    }
    return sum;
  }
}
