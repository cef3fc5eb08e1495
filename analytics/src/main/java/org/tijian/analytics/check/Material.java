package org.tijian.analytics.check;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.digest.FactorHours;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.digest.HourSource;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.Dossier;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.GasCheck;
import org.tijian.analytics.finding.OutOfControl;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.OutletSeries;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingSource;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.reading.ReadingStore.Span;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.PlantData;

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
  private final Map<Told, FactorHours> told = new HashMap<>();
  private final Map<Instant, OutletSeries> reported = new HashMap<>();
  private final Map<String, Double> fullScales = new HashMap<>();
  private HourSource hourSource;
  private @Nullable Double referenceOxygen;
  private Dossier dossier = Dossier.EMPTY;
  private OutOfControl.Convention convention = OutOfControl.Convention.FROM_DETECTION;
  private PlantData plant = PlantData.NONE;
  private @Nullable Instant firstStored;
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
    this.hourSource = HourSource.from(readings);
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

  /**
   * Of an outlet whose first stored minute is known already.
   *
   * @return this
   */
  public Material storedSince(Instant first) {
    this.firstStored = first;
    return this;
  }

  /**
   * With hours that somebody has kept.
   *
   * @return this
   */
  public Material withHours(HourSource kept) {
    this.hourSource = kept;
    return this;
  }

  /**
   * Tells it the ranges of the instruments; before anything is asked.
   *
   * @return this
   */
  Material of(Outlet outlet) {
    outlet.instruments().forEach(i -> fullScales.put(i.factor(), i.fullScale()));
    return this;
  }

  /**
   * Of an outlet of which more is known than its instruments.
   *
   * @return this
   */
  public Material beside(PlantData data) {
    this.plant = data;
    return this;
  }

  PlantData plant() {
    return plant;
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
   * The clock hours of the span, told from the minutes of a factor: the hour at place i starts i
   * hours after the first. A check that makes do with them costs no more for a year than for a day,
   * because hours that are over are kept; one that asks for minutes has them read each time.
   */
  List<HourDigest> hours(String factor) {
    return told(factor, from).hours();
  }

  /** The same of the instrument's factor. */
  List<HourDigest> hours(Instrument instrument) {
    return hours(instrument.factor());
  }

  /**
   * The same from so many days before the end of the span on, for comparison with the factor's own
   * past: it may begin before the span that is judged, but not before the first stored minute.
   */
  List<HourDigest> hours(String factor, int days) {
    return hoursSince(factor, daysBack(days));
  }

  /** The same of the instrument's factor. */
  List<HourDigest> hours(Instrument instrument, int days) {
    return hours(instrument.factor(), days);
  }

  /** Whether anything is stored of the factor in the span. */
  boolean hasReadings(String factor) {
    return hours(factor).stream().anyMatch(hour -> hour.present() > 0);
  }

  /** Part of what is told already, if that goes back far enough. */
  private List<HourDigest> hoursSince(String factor, Instant first) {
    return first.isBefore(from.truncatedTo(ChronoUnit.HOURS))
        ? told(factor, first).hours()
        : told(factor, from).hours().stream().filter(h -> !h.start().isBefore(first)).toList();
  }

  private FactorHours told(String factor, Instant first) {
    return told.computeIfAbsent(
        new Told(factor, first),
        asked -> hourSource.hours(outletId, factor, fullScale(factor), first, until));
  }

  private double fullScale(String factor) {
    return fullScales.getOrDefault(factor, Double.POSITIVE_INFINITY);
  }

  private Instant daysBack(int days) {
    Instant earliest = until.minus(days, ChronoUnit.DAYS);
    Instant first = firstStored();
    return (first.isAfter(earliest) && first.isBefore(until) ? first : earliest)
        .truncatedTo(ChronoUnit.HOURS);
  }

  private Instant firstStored() {
    Instant known = firstStored;
    if (known == null) {
      known = readings.span(outletId, PeriodKind.MINUTE).map(Span::first).orElse(Instant.MIN);
      firstStored = known;
    }
    return known;
  }

  /**
   * Hourly means as the logger reported them, beside {@link #hours(Instrument)}; NaN for an hour
   * without.
   */
  double[] reportedHours(Instrument instrument) {
    return beside(hours(instrument), first -> reported(first).values(instrument.factor()));
  }

  /** The same of the hours' converted values. */
  double[] reportedConverted(Instrument instrument) {
    return beside(hours(instrument), first -> reported(first).converted(instrument.factor()));
  }

  /** Of all factors at once: every instrument is asked about. */
  private OutletSeries reported(Instant first) {
    return reported.computeIfAbsent(
        first, from -> readings.all(outletId, PeriodKind.HOUR, from, until));
  }

  private static double[] beside(List<HourDigest> told, Function<Instant, Series> read) {
    double[] reported = new double[told.size()];
    Arrays.fill(reported, Double.NaN);
    if (reported.length == 0) {
      return reported;
    }
    Instant first = told.get(0).start();
    Series series = read.apply(first);
    for (int i = 0; i < series.size(); i++) {
      reported[(int) Duration.between(first, series.at()[i]).toHours()] = series.value()[i];
    }
    return reported;
  }

  private record Told(String factor, Instant from) {}

  /** Zero and span checks of an instrument, oldest first. */
  public List<DriftPoint> driftPoints(Instrument instrument) {
    return driftPoints.computeIfAbsent(instrument.factor(), f -> driftPoints(f, instrument));
  }

  private List<DriftPoint> driftPoints(String factor, Instrument instrument) {
    List<GasCheck> logged = gasChecks.get(factor);
    return logged == null
        ? CalibrationChecks.in(told(factor, from).gasMinutes(), instrument)
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
