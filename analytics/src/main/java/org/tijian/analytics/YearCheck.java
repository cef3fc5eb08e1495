package org.tijian.analytics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.digest.HourKeeper;
import org.tijian.analytics.digest.HourSource;
import org.tijian.analytics.file.FileReadings;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.GasCheck;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingSource;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.reading.ReadingStore.Span;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.OutletDescription;

/** The front door as the measurement of {@code ./tijian bench check} uses it, by one thread. */
public final class YearCheck {
  public static final List<String> GASES =
      List.of("a21026", "a21002", "a34013", "a21005", "a21024", "a24088");
  public static final List<String> FACTORS =
      List.of(
          "a21026", "a21002", "a34013", "a21005", "a21024", "a24088", "a19001", "a01011", "a01012",
          "a01013", "a01014", "a00000");
  private static final double FULL_SCALE = 200;

  private final Analytics analytics = Analytics.withBuiltInRules();

  /**
   * @param checkingSeconds processor time of the thread beyond reading
   */
  public record Times(double readingSeconds, double checkingSeconds, int verdicts, int rules) {}

  /** A file, read and judged. */
  public Times fromFile(Path file, Map<String, List<GasCheck>> gasChecks) throws IOException {
    long start = cpu();
    FileReadings readings = FileReadings.read(file);
    long read = cpu() - start;
    Span span = readings.span(0, PeriodKind.MINUTE).orElseThrow();
    Instant end = span.last().plus(Duration.ofMinutes(1));
    Times times = judge(1, span.first(), end, readings, gasChecks);
    return new Times(
        times.readingSeconds() + read / 1e9,
        times.checkingSeconds(),
        times.verdicts(),
        times.rules());
  }

  public Times fromSource(long outletId, Instant from, Instant until, ReadingSource readings) {
    return judge(outletId, from, until, readings, Map.of());
  }

  private Times judge(
      long outletId,
      Instant from,
      Instant until,
      ReadingSource readings,
      Map<String, List<GasCheck>> gasChecks) {
    Clocked clocked = new Clocked(readings);
    Outlet outlet = outlet(outletId);
    long start = cpu();
    Material material =
        new Material(outletId, from, until, clocked, List.of(), gasChecks)
            .convertedTo(outlet.referenceOxygen());
    List<Finding> findings =
        analytics.judge(outlet, OutletDescription.of(outlet), material, Set.of());
    long all = cpu() - start;
    return new Times(
        clocked.nanos / 1e9,
        (all - clocked.nanos) / 1e9,
        findings.size(),
        (int) findings.stream().map(finding -> finding.rule().id()).distinct().count());
  }

  /**
   * @param keeper null: from all minutes
   * @return number of verdicts
   */
  public int selfCheck(
      ReadingStore readings, @Nullable HourKeeper keeper, long outletId, Instant now) {
    return findings(readings, keeper, outletId, now).size();
  }

  public boolean isSame(ReadingStore readings, HourKeeper keeper, long outletId, Instant now) {
    List<String> kept = said(findings(readings, keeper, outletId, now));
    return kept.equals(said(findings(readings, null, outletId, now)));
  }

  private static List<String> said(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.code() + finding.outcome() + finding.says() + finding.details())
        .toList();
  }

  private List<Finding> findings(
      ReadingStore readings, @Nullable HourKeeper keeper, long outletId, Instant now) {
    HourSource hours = keeper == null ? HourSource.from(readings) : keeper.of(outletId, now);
    return analytics.selfCheck(outlet(outletId), now, readings, hours, List.of()).findings();
  }

  private static Outlet outlet(long id) {
    List<Instrument> instruments =
        IntStream.range(0, FACTORS.size()).mapToObj(YearCheck::instrument).toList();
    return new Outlet(id, 1, "DA001", new LocalName("排口", "outlet"), 6.0, true, instruments);
  }

  private static Instrument instrument(int place) {
    String factor = FACTORS.get(place);
    boolean isGas = GASES.contains(factor);
    return new Instrument(
        factor,
        new LocalName(factor, factor),
        isGas ? "mg/m3" : "1",
        FULL_SCALE,
        0,
        isGas ? 160.0 : null,
        isGas ? Instrument.Design.EXTRACTIVE : Instrument.Design.NONE,
        isGas,
        isGas ? 100.0 : null);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Counts the processor time of reading, which is not the checks'. */
  private static final class Clocked implements ReadingSource {
    private final ReadingSource all;
    private long nanos;

    Clocked(ReadingSource all) {
      this.all = all;
    }

    private <T> T timed(java.util.function.Supplier<T> read) {
      long start = cpu();
      T answer = read.get();
      nanos += cpu() - start;
      return answer;
    }

    @Override
    public Series series(
        long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
      return timed(() -> all.series(outletId, factor, kind, from, until));
    }

    @Override
    public Series converted(
        long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
      return timed(() -> all.converted(outletId, factor, kind, from, until));
    }

    @Override
    public long count(long outletId, PeriodKind kind, Instant from, Instant until) {
      return timed(() -> all.count(outletId, kind, from, until));
    }

    @Override
    public Optional<Span> span(long outletId, PeriodKind kind) {
      return timed(() -> all.span(outletId, kind));
    }
  }
}
