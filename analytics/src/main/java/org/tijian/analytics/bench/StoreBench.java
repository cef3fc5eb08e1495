package org.tijian.analytics.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.PeriodReadings;
import org.tijian.analytics.reading.SampleUpkeep;

/**
 * How fast readings are stored and folded, and how many bytes one takes on disk, indexes included.
 * Reference of the same run: the same rows copied in binary into a table without index. Every
 * reading is counted before and after.
 */
public final class StoreBench {
  private static final int OUTLETS = 2;
  private static final int DAYS = 10;
  private static final int BATCH = 500;
  private static final Duration FOLD_AFTER = Duration.ofHours(6);

  private final Settings settings;
  private final MonitoringDatabase database;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  private StoreBench(Settings settings, MonitoringDatabase database) {
    this.settings = settings;
    this.database = database;
  }

  public static void main(String[] arguments) throws SQLException, IOException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Settings.help("store", OUTLETS, DAYS));
      return;
    }
    Settings settings = Settings.read(arguments, OUTLETS, DAYS);
    Packings.compare(settings.seed(), settings.noise() / 100.0, 5);
    boolean isWhole;
    try (BenchDatabase own = BenchDatabase.open(settings.url())) {
      System.out.println(own.monitoring().engine().describe());
      isWhole = new StoreBench(settings, own.monitoring()).run(own);
    }
    System.exit(isWhole ? 0 : 1);
  }

  private boolean run(BenchDatabase own) throws SQLException {
    long minutes = 1440L * settings.days();
    long sent = minutes * settings.outlets() * MinuteSeries.FACTORS;
    System.out.printf(
        "%d outlets, %d days of minutes, %d factors: %,d readings (mean, minimum, maximum, amount, mark)%n",
        settings.outlets(), settings.days(), MinuteSeries.FACTORS, sent);
    double copied = seconds(this::copy);
    double appended = seconds(this::append);
    System.out.printf("binary COPY, no index (reference)  %,12.0f readings/s%n", sent / copied);
    System.out.printf(
        "stored with frames and accounts    %,12.0f readings/s, ratio %.2f%n",
        sent / appended, copied / appended);
    System.out.printf(
        "hot side, a row per frame          %12.2f bytes a reading%n",
        (double) own.hotBytes() / sent);
    long[] folded = new long[1];
    SampleUpkeep upkeep = SampleUpkeep.on(database, FOLD_AFTER, null);
    double folding = seconds(() -> folded[0] = upkeep.run(now));
    long foldedReadings = folded[0] * MinuteSeries.FACTORS;
    System.out.printf(
        "folded                             %,12.0f readings/s (%,d of them)%n",
        foldedReadings / folding, foldedReadings);
    System.out.printf(
        "folded side with indexes           %12.2f bytes a reading%n",
        (double) own.bytes("sample_day", "sample_block") / foldedReadings);
    long hot = sent - foldedReadings;
    System.out.printf(
        "hot side now                       %12.2f bytes a reading (%,d of them)%n",
        (double) own.hotBytes() / hot, hot);
    System.out.printf(
        "both sides, day in, day out        %12.2f bytes a reading after %d days%n",
        (double) (own.hotBytes() + own.bytes("sample_day", "sample_block")) / sent,
        settings.days());
    long found =
        database.jdbc().sql("select count(*) from reading_version").query(Long.class).single();
    System.out.printf(
        "check: sent %,d, found by SQL on both sides %,d: %s%n",
        sent, found, sent == found ? "equal" : "NOT EQUAL");
    return sent == found;
  }

  /** As they would have been made day by day. */
  private void makePartition(Instant at) {
    database
        .jdbc()
        .sql("select sample_bounds(:at), sample_partition(beijing_day(:at))")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(row -> {});
  }

  private interface Work {
    void run() throws SQLException;
  }

  private static double seconds(Work work) throws SQLException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private void copy() throws SQLException {
    database.jdbc().sql("create table bench_raw (like sample)").update();
    try (Connection connection = database.dataSource().getConnection()) {
      for (int outlet = 1; outlet <= settings.outlets(); outlet++) {
        MinuteSeries series = series(outlet);
        try (BinaryCopy copy = new BinaryCopy(connection, "bench_raw")) {
          for (int i = 0; i < 1440 * settings.days(); i++) {
            copy.row(outlet, at(i), i, 1, series.next());
          }
        }
      }
    }
    database.jdbc().sql("drop table bench_raw").update();
  }

  private void append() {
    FrameStore frames = FrameStore.on(database);
    List<MinuteSeries> series = new ArrayList<>();
    for (int outlet = 1; outlet <= settings.outlets(); outlet++) {
      series.add(series(outlet));
    }
    List<ArrivedFrame> batch = new ArrayList<>();
    database
        .jdbc()
        .sql("select sample_move_rest(:at) where sample_is_hypertable()")
        .param("at", at(0).atOffset(ZoneOffset.UTC))
        .query(row -> {});
    makePartition(at(0));
    for (int i = 0; i < 1440 * settings.days(); i++) {
      if (i % 720 == 0) {
        makePartition(at(i).plus(1, ChronoUnit.DAYS));
      }
      for (int outlet = 1; outlet <= settings.outlets(); outlet++) {
        batch.add(frame(outlet, at(i), series.get(outlet - 1).next()));
      }
      if (batch.size() >= BATCH) {
        frames.append(batch);
        batch.clear();
      }
    }
    frames.append(batch);
  }

  private MinuteSeries series(int outlet) {
    return new MinuteSeries(settings.seed() + outlet, settings.noise() / 100.0);
  }

  private Instant at(int minute) {
    return now.minus(1440L * settings.days() - minute, ChronoUnit.MINUTES);
  }

  static ArrivedFrame frame(int outlet, Instant at, MinuteSeries.Minute minute) {
    List<FactorReading> readings = new ArrayList<>();
    for (int i = 0; i < MinuteSeries.FACTORS; i++) {
      readings.add(
          new FactorReading(
              factor(i),
              minute.value()[i],
              minute.minimum()[i],
              minute.maximum()[i],
              minute.amount()[i],
              null,
              i == minute.calibrated() ? DataFlag.CALIBRATION : DataFlag.NORMAL));
    }
    return new ArrivedFrame(
        "BENCH%04d".formatted(outlet),
        at.plusMillis(60_000 + Math.floorMod(at.getEpochSecond() * 7919, 4000)),
        "mqtt",
        "%d %s".formatted(outlet, at).getBytes(StandardCharsets.UTF_8),
        "2051",
        new FrameVerdict.Readings(new PeriodReadings(outlet, PeriodKind.MINUTE, at, 0, readings)),
        FrameFacts.NONE);
  }

  static String factor(int index) {
    return "a21%03d".formatted(index);
  }
}
