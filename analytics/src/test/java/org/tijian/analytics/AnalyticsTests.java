package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.finding.DriftLimits;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.OutOfControl.Convention;
import org.tijian.analytics.finding.SelfCheck;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;

class AnalyticsTests {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:30Z");
  private static final Instant FIRST = Instant.parse("2026-11-21T00:00:00Z");
  private static final String NOX = "a21002";
  private static final Outlet OUTLET =
      new Outlet(7, 1, "DA001", new LocalName("排口", "Outlet"), 15.0, true, List.of(nox()));

  private static final Analytics ANALYTICS = Analytics.withBuiltInRules();

  @Test
  void judgesTheTimeSinceTheFirstMinuteWhenItIsShorterThanThirtyDays() {
    MinuteLog log = new MinuteLog().add(NOX, FIRST, 60, 100, "N");

    SelfCheck check = ANALYTICS.selfCheck(OUTLET, NOW, log, List.of());

    assertThat(check.from()).isEqualTo(FIRST);
    assertThat(check.until()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
  }

  @Test
  void judgesThirtyDaysWhenThereIsMoreOrNothing() {
    Instant earliest = Instant.parse("2026-10-24T08:00:00Z");
    MinuteLog old = new MinuteLog().add(NOX, earliest.minus(Duration.ofDays(9)), 60, 100, "N");

    assertThat(ANALYTICS.selfCheck(OUTLET, NOW, old, List.of()).from()).isEqualTo(earliest);
    assertThat(ANALYTICS.selfCheck(OUTLET, NOW, new MinuteLog(), List.of()).from())
        .isEqualTo(earliest);
  }

  @Test
  void answersEveryQuestionOnceAndUnderTheSameCodeEachTime() {
    MinuteLog log = new MinuteLog().add(NOX, FIRST, 3000, 100, "N");

    List<String> codes = codes(ANALYTICS.selfCheck(OUTLET, NOW, log, List.of()));

    assertThat(codes).doesNotHaveDuplicates().contains("screens.jitter:a21002");
    assertThat(codes)
        .filteredOn(code -> !code.startsWith("screens."))
        .containsExactly(
            "hj75-2017.zero-drift.gas:a21002",
            "hj75-2017.span-drift.gas:a21002",
            "hj75-2017.out-of-control-hours.gas:a21002",
            "hj75-2017.accuracy.nox.high:a21002",
            "hj75-2017.valid-hours:a21002",
            "hj75-2017.capture-rate:a21002",
            "hj75-2017.online-rate",
            "hj75-2017.minute-completeness:a21002",
            "hj75-2017.calibration-interval.gas.automatic:a21002",
            "hj75-2017.verification-interval.automatic:a21002",
            "practice.zero-drift-forecast.gas:a21002",
            "practice.span-drift-forecast.gas:a21002",
            "transmission.effectiveness:a21002",
            "permit.hour:a21002");
  }

  @Test
  void keepsOfTheAccuracyTiersTheOneThatSpeaks() {
    AccuracyTest test = comparison(30, 33);

    Finding accuracy = accuracy(ANALYTICS.selfCheck(OUTLET, NOW, new MinuteLog(), List.of(test)));

    assertThat(accuracy.rule().id()).isEqualTo("hj75-2017.accuracy.nox.very-low");
    assertThat(accuracy.outcome().word()).isEqualTo("met");
    assertThat(accuracy.says().zh()).contains("绝对误差为 3 mg/m3").contains("9 对");
    assertThat(accuracy.advice()).isNull();
  }

  @Test
  void usesTheNewestComparisonThatWasMadeBeforeTheSpanEnds() {
    AccuracyTest good = comparison(30, 30);
    AccuracyTest older =
        new AccuracyTest(NOX, LocalDate.of(2025, 1, 1), "lab", "mg/m3", comparison(30, 60).pairs());
    AccuracyTest later =
        new AccuracyTest(NOX, LocalDate.of(2027, 1, 1), "lab", "mg/m3", comparison(30, 90).pairs());

    SelfCheck check =
        ANALYTICS.selfCheck(OUTLET, NOW, new MinuteLog(), List.of(later, good, older));

    assertThat(accuracy(check).outcome().word()).isEqualTo("met");
  }

  @Test
  void readsEachFactorOnlyOnce() {
    MinuteLog log = new MinuteLog().add(NOX, FIRST, 60, 100, "N");

    ANALYTICS.selfCheck(OUTLET, NOW, log, List.of());

    // NOx, the oxygen it is converted with, and what may stand for the load.
    assertThat(log.seriesRead())
        .containsKeys("a21002 MINUTE", "a19001 MINUTE", "a00000 MINUTE")
        .allSatisfy((series, times) -> assertThat(times).as(series).isEqualTo(1));
  }

  @Test
  void driftReviewTellsBeforeAfterAndTheReferenceOfEachCheck() {
    MinuteLog log =
        new MinuteLog()
            .add(NOX, FIRST, 5, 2.0, "C")
            .add(NOX, FIRST.plus(Duration.ofMinutes(5)), 5, 158, "C")
            .add(NOX, FIRST.plus(Duration.ofMinutes(10)), 5, 0.1, "C")
            .add(NOX, FIRST.plus(Duration.ofMinutes(15)), 5, 160.2, "C")
            .add(NOX, FIRST.plus(Duration.ofDays(1)), 5, 1.1, "C");

    List<DriftPoint> history =
        ANALYTICS
            .driftReview(OUTLET, NOX, FIRST, NOW, log, Convention.FROM_DETECTION)
            .orElseThrow()
            .checks();

    assertThat(history)
        .containsExactly(
            new DriftPoint(FIRST.plusSeconds(4 * 60), DriftPoint.Level.ZERO, 0, 2.0, 0.1, 0, 1.0),
            new DriftPoint(
                FIRST.plusSeconds(9 * 60), DriftPoint.Level.SPAN, 160, 158, 160.2, 160, -1.0),
            new DriftPoint(
                FIRST.plus(Duration.ofDays(1)).plusSeconds(4 * 60),
                DriftPoint.Level.ZERO,
                0,
                1.1,
                1.1,
                0.1,
                0.5));
  }

  @Test
  void knowsNoDriftOfAFactorWithoutInstrument() {
    assertThat(
            ANALYTICS.driftReview(
                OUTLET, "a21026", FIRST, NOW, new MinuteLog(), Convention.LAST_PASS))
        .isEmpty();
  }

  @Test
  void driftLimitsAreThoseOfTheDay() {
    assertThat(ANALYTICS.driftLimits(NOX, LocalDate.of(2018, 3, 1)))
        .isEqualTo(new DriftLimits(2.5, 2.5, 5.0, 10.0));
    assertThat(ANALYTICS.driftLimits(NOX, LocalDate.of(2018, 2, 28)))
        .isEqualTo(new DriftLimits(null, null, null, null));
    assertThat(ANALYTICS.driftLimits("a01012", LocalDate.of(2026, 1, 1)).zero()).isNull();
  }

  @Test
  void namesFactorsAndLeavesUnknownOnesByTheirCode() {
    assertThat(ANALYTICS.factors().of(NOX).name()).isEqualTo(new LocalName("氮氧化物", "NOx"));
    assertThat(ANALYTICS.factors().of("ele01").name()).isEqualTo(new LocalName("ele01", "ele01"));
  }

  private static Finding accuracy(SelfCheck check) {
    List<Finding> accuracy =
        check.findings().stream().filter(f -> f.rule().id().contains("accuracy")).toList();
    assertThat(accuracy).hasSize(1);
    return accuracy.get(0);
  }

  private static List<String> codes(SelfCheck check) {
    return check.findings().stream().map(Finding::code).collect(Collectors.toList());
  }

  private static AccuracyTest comparison(double reference, double monitor) {
    List<Pair> pairs = IntStream.range(0, 9).mapToObj(i -> new Pair(reference, monitor)).toList();
    return new AccuracyTest(NOX, LocalDate.of(2026, 9, 1), "lab", "mg/m3", pairs);
  }

  private static Instrument nox() {
    LocalName name = new LocalName("氮氧化物分析仪", "NOx analyser");
    return new Instrument(
        NOX, name, "mg/m3", 200, 0, 160.0, Instrument.Design.EXTRACTIVE, true, 50.0);
  }
}
