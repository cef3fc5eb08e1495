package org.tijian.analytics.check;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.digest.HourDigests;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.Dossier;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.GasCheck;
import org.tijian.analytics.finding.OutOfControl;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingSource;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.reading.ReadingStore.Span;
import org.tijian.analytics.site.Instrument;

/**
 * What the checks may look at: one outlet's readings of one span, and its accuracy tests. Each
 * factor's series is read once, however many checks ask for it. For one self-check, one thread.
 */
public final class Material {
  private final long outletId;
  private final Instant from;
  private final Instant until;
  private final ReadingSource readings;
  private final List<AccuracyTest> accuracyTests;
  private final Map<String, List<GasCheck>> gasChecks;
  private final Map<String, Series> minutes = new HashMap<>();
  private final Map<String, List<DriftPoint>> driftPoints = new HashMap<>();
  private final Map<Hours, List<HourDigest>> hours = new HashMap<>();
  private @Nullable Double referenceOxygen;
  private Dossier dossier = Dossier.EMPTY;
  private OutOfControl.Convention convention = OutOfControl.Convention.FROM_DETECTION;
  private long storedMinutes = -1;

  /**
   * @param from first minute
   * @param until end, exclusive
   */
  public Material(
      long outletId,
      Instant from,
      Instant until,
      ReadingSource readings,
      List<AccuracyTest> accuracyTests) {
    this(outletId, from, until, readings, accuracyTests, Map.of());
  }

  /**
   * @param gasChecks zero and span checks by factor, each in order of time, as a log tells them;
   *     for a factor without any they are read from the minutes marked as calibration
   */
  public Material(
      long outletId,
      Instant from,
      Instant until,
      ReadingSource readings,
      List<AccuracyTest> accuracyTests,
      Map<String, List<GasCheck>> gasChecks) {
    this.outletId = outletId;
    this.from = from;
    this.until = until;
    this.readings = readings;
    this.accuracyTests = List.copyOf(accuracyTests);
    this.gasChecks = Map.copyOf(gasChecks);
  }

  /**
   * Of an outlet whose values are converted.
   *
   * @param percent reference oxygen content; null if values are not converted
   * @return this
   */
  public Material convertedTo(@Nullable Double percent) {
    this.referenceOxygen = percent;
    return this;
  }

  /**
   * Of an outlet of which more is known than its readings.
   *
   * @return this
   */
  public Material with(Dossier known) {
    this.dossier = known;
    return this;
  }

  /**
   * From when out-of-control spans count.
   *
   * @return this
   */
  public Material counting(OutOfControl.Convention from) {
    this.convention = from;
    return this;
  }

  OutOfControl.Convention convention() {
    return convention;
  }

  Dossier dossier() {
    return dossier;
  }

  @Nullable Double referenceOxygen() {
    return referenceOxygen;
  }

  /** Its first minute. */
  public Instant from() {
    return from;
  }

  /** Its end, exclusive. */
  public Instant until() {
    return until;
  }

  /** Minutes that the span has, and a logger that never was silent would have sent. */
  long minutesDue() {
    return Duration.between(from, until).toMinutes();
  }

  /** Minutes of the span for which anything is stored. */
  long storedMinutes() {
    if (storedMinutes < 0) {
      storedMinutes = readings.count(outletId, PeriodKind.MINUTE, from, until);
    }
    return storedMinutes;
  }

  Series minutes(String factor) {
    return minutes.computeIfAbsent(
        factor, f -> readings.series(outletId, f, PeriodKind.MINUTE, from, until));
  }

  /**
   * The clock hours of the span, told from the minutes of the instrument's factor: the hour at
   * place i starts i hours after the first. A check that makes do with them costs no more for a
   * span of years than for a day, because hours that are over are kept; one that asks for minutes
   * has them read each time.
   */
  List<HourDigest> hours(Instrument instrument) {
    return hours(instrument.factor(), instrument.fullScale(), from);
  }

  /** The same of a factor without an instrument, of which no full scale is known. */
  List<HourDigest> hours(String factor) {
    return hours(factor, Double.POSITIVE_INFINITY, from);
  }

  /**
   * The same from so many days before the end of the span on, for comparison with the instrument's
   * own past: it may begin before the span that is judged, but not before the first stored minute.
   */
  List<HourDigest> hours(Instrument instrument, int days) {
    return hours(instrument.factor(), instrument.fullScale(), daysBack(days));
  }

  /** The same of a factor without an instrument. */
  List<HourDigest> hours(String factor, int days) {
    return hours(factor, Double.POSITIVE_INFINITY, daysBack(days));
  }

  private List<HourDigest> hours(String factor, double fullScale, Instant first) {
    return hours.computeIfAbsent(
        new Hours(factor, fullScale, first),
        asked ->
            HourDigests.of(
                first.equals(from)
                    ? minutes(factor)
                    : readings.series(outletId, factor, PeriodKind.MINUTE, first, until),
                first,
                until,
                fullScale));
  }

  private Instant daysBack(int days) {
    Instant earliest = until.minus(days, ChronoUnit.DAYS);
    return readings
        .span(outletId, PeriodKind.MINUTE)
        .map(Span::first)
        .filter(first -> first.isAfter(earliest) && first.isBefore(until))
        .orElse(earliest);
  }

  private record Hours(String factor, double fullScale, Instant from) {}

  /** Zero and span checks of an instrument, oldest first. */
  public List<DriftPoint> driftPoints(Instrument instrument) {
    return driftPoints.computeIfAbsent(instrument.factor(), f -> driftPoints(f, instrument));
  }

  private List<DriftPoint> driftPoints(String factor, Instrument instrument) {
    List<GasCheck> logged = gasChecks.get(factor);
    return logged == null
        ? CalibrationChecks.in(minutes(factor), instrument)
        : CalibrationChecks.of(logged, instrument).stream()
            .filter(point -> !point.at().isBefore(from) && point.at().isBefore(until))
            .toList();
  }

  /** The newest test of a factor that was made before the end of the span. */
  Optional<AccuracyTest> accuracyTest(String factor) {
    return accuracyTests.stream()
        .filter(test -> test.factor().equals(factor))
        .filter(test -> BeijingTime.startOf(test.testedOn()).isBefore(until))
        .max(Comparator.comparing(AccuracyTest::testedOn));
  }
}
