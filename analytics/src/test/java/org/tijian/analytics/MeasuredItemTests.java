package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.finding.DatedRecord;
import org.tijian.analytics.finding.DatedRecord.Kind;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Dossier;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.FiledParameter;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.GasCheck;
import org.tijian.analytics.finding.LinkDay;
import org.tijian.analytics.finding.SideBySide;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Applies;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;

/** Items of the checklist that data answer: what each measure comes to, and that it is told. */
class MeasuredItemTests {
  private static final RuleBook RULES = RuleBook.builtIn(Analytics.forms());
  private static final Factors FACTORS = Factors.builtIn();
  private static final CheckCatalogue CHECKS = new CheckCatalogue(FACTORS);
  private static final LocalName NAME = new LocalName("样例", "Sample");
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final Instant FROM = BeijingTime.startOf(FIRST);
  private static final Instant UNTIL = BeijingTime.startOf(FIRST.plusDays(10));

  private static Instant day(double days) {
    return FROM.plusSeconds(Math.round(days * 86_400));
  }

  private static Optional<Finding> judged(String id, Material material) {
    Rule rule = RULES.rule(id).orElseThrow();
    Rule everywhere =
        new Rule(
            rule.id(),
            rule.origin(),
            rule.force(),
            rule.check(),
            rule.comparison(),
            rule.factors(),
            rule.parameters(),
            rule.limits(),
            rule.words(),
            Applies.ALWAYS,
            rule.measure(),
            rule.confirmation());
    String factor = rule.factors().isEmpty() ? "a21026" : rule.factors().get(0);
    return CHECKS.judge(List.of(everywhere), outlet(factor), material).stream().findFirst();
  }

  private static Outlet outlet(String factor) {
    Instrument instrument =
        new Instrument(
            factor,
            NAME,
            FACTORS.of(factor).unit(),
            100,
            0,
            80.0,
            Instrument.Design.EXTRACTIVE,
            true,
            30.0);
    return new Outlet(1, 1, "DA001", NAME, null, false, List.of(instrument));
  }

  private static Material material(Dossier dossier) {
    return new Material(1, FROM, UNTIL, new MinuteLog(), List.of()).with(dossier);
  }

  private static void assertFound(String id, Material material, double found, String outcome) {
    Finding finding = judged(id, material).orElseThrow();

    assertThat(finding.outcome().basis().found().value()).as(id).isCloseTo(found, within(1e-6));
    assertThat(finding.outcome().word()).as(id).isEqualTo(outcome);
    assertThat(finding.says().zh() + finding.says().en()).doesNotContain("{", "}");
    assertThat(Derivation.of(finding).en()).contains("Formula: ", "Wanted: ").doesNotContain("NaN");
  }

  private static LinkDay link(int day, double drops, double minutes, double clock, boolean plain) {
    return new LinkDay(
        FIRST.plusDays(day),
        1440L,
        1440L - (long) minutes,
        3000L,
        (long) drops,
        (long) drops,
        minutes,
        4.0 + day,
        clock,
        !plain);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          rule,                                    found,     outcome
          hj75-2017.networking.drops,              4,         not-met
          hj75-2017.networking.reconnect,          5,         met
          hj75-2017.networking.message-stability,  99.791667, met
          hj75-2017.networking.protocol,           99.916667, not-met
          hj75-2017.networking.security,           0,         not-met
          hj212-2025.encryption,                   0,         not-met
          hj477-2009.clock-offset,                 31,        not-met
          practice.clock-difference,               0.516667,  met
          """)
  void theLineIsJudgedByItsWorstDayAndItsWholeSpan(String rule, double found, String outcome) {
    Dossier dossier =
        new Dossier(
            List.of(link(0, 1, 1, 2, false), link(1, 4, 5, -31, true), link(20, 9, 99, 99, true)),
            List.of(),
            List.of(),
            List.of());

    assertFound(rule, material(dossier), found, outcome);
  }

  private static DatedRecord line(
      Kind kind, double from, @Nullable Double until, double value, double reference, String unit) {
    return new DatedRecord(
        kind, null, day(from), until == null ? null : day(until), value, reference, unit);
  }

  private static DatedRecord line(Kind kind, double from, @Nullable Double until) {
    return line(kind, from, until, Double.NaN, Double.NaN, "");
  }

  private static Dossier records(DatedRecord... lines) {
    return new Dossier(List.of(), List.of(lines), List.of(), List.of());
  }

  @Test
  void theLogTellsTimeSinceAndHowLongThingsTook() {
    Dossier log =
        records(
            line(Kind.INSPECTION, 1, null),
            line(Kind.INSPECTION, 2.5, null),
            line(Kind.FAULT, 3, 5.0),
            line(Kind.FAULT, 7, null),
            line(Kind.FAULT_REPORT, 3, 3.5),
            line(Kind.KEY, -81, null));

    assertFound("hj75-2017.inspection-interval", material(log), 7.5, "not-met");
    assertFound("regulation.restore-48h", material(log), 72, "not-met");
    assertFound("regulation.fault-report", material(log), 12, "met");
    assertFound("hj212-2025.key-age", material(log), 91, "not-met");
  }

  @Test
  void papersExpireAtTheMomentTheySay() {
    Dossier good = records(line(Kind.GAS_CERTIFICATE, -300, 10.1, 2.0, Double.NaN, "%"));
    Dossier over = records(line(Kind.GAS_CERTIFICATE, -300, 10.0, 2.1, Double.NaN, "%"));

    assertFound("hj75-2017.standard-gas.in-date", material(good), 1, "met");
    assertFound("hj75-2017.standard-gas.uncertainty", material(good), 2, "met");
    assertFound("hj75-2017.standard-gas.in-date", material(over), 0, "not-met");
    assertFound("hj75-2017.standard-gas.uncertainty", material(over), 2.1, "not-met");
  }

  @Test
  void ofALinearityTestTheWorstLevelCountsAndAnEarlierTestDoesNot() {
    List<DatedRecord> lines = new ArrayList<>();
    lines.add(line(Kind.LINEARITY, 1, null, 99, 25, "mg/m3"));
    for (int i = 0; i < 3; i++) {
      lines.add(line(Kind.LINEARITY, 5 + i / 100.0, null, 24 + i, 25, "mg/m3"));
      lines.add(line(Kind.LINEARITY, 5 + i / 100.0, null, 57, 55, "mg/m3"));
      lines.add(line(Kind.LINEARITY, 5 + i / 100.0, null, 92.6, 90, "mg/m3"));
    }
    Material material = material(records(lines.toArray(DatedRecord[]::new)));

    assertFound("hj75-2017.linearity.so2.narrow", material, 2.6, "not-met");
    assertFound("hj75-2017.linearity.so2.wide", material, 200.0 / 55, "met");
    assertFound("hj75-2017.standard-gas.levels.low", material, 25, "met");
    assertFound("hj75-2017.standard-gas.levels.mid", material, 55, "met");
    assertFound("hj75-2017.standard-gas.levels.high", material, 90, "met");
    assertFound("hj75-2017.standard-gas.repeats", material, 3, "met");
  }

  @Test
  void aTestIsJudgedByItsNewestValue() {
    Dossier tests =
        records(
            line(Kind.RESPONSE_TIME, 1, null, 300, Double.NaN, "s"),
            line(Kind.RESPONSE_TIME, 2, null, 200, Double.NaN, "s"),
            line(Kind.CONVERTER_EFFICIENCY, 2, null, 94.9, Double.NaN, "%"),
            line(Kind.STANDARD_SAMPLE, 9, null, 22, 25, "mg/L"));

    assertFound("hj75-2017.response-time.gas", material(tests), 200, "met");
    assertFound("hj75-2017.no2-converter", material(tests), 94.9, "not-met");
    assertFound("hj355-2019.standard-sample", material(tests), 12, "not-met");
    assertFound("hj355-2019.standard-sample.interval", material(tests), 24, "met");
  }

  @Test
  void analyserLoggerAndPlatformAreComparedMomentByMoment() {
    MinuteLog stored = new MinuteLog().add("a21026", day(2), 1, 99, "N");
    Dossier read =
        new Dossier(
            List.of(),
            List.of(),
            List.of(
                new SideBySide("a21026", day(1), 100.0, 100.5, 100.5),
                new SideBySide("a21026", day(2), null, 100.0, null)),
            List.of(
                new FiledParameter("slope", "a21026", "1.0", day(3), "1"),
                new FiledParameter("K", "a34013", "0.85", day(3), "0.80")));
    Material material = new Material(1, FROM, UNTIL, stored, List.of()).with(read);

    assertFound("guide-2012.analyser-logger", material, 0.5, "met");
    assertFound("guide-2012.logger-platform", material, 1, "not-met");
    assertFound("hj75-2017.networking.correctness", material, 50, "not-met");
    assertFound("regulation.parameters", material, 0, "not-met");
  }

  private static Material checks(String factor, List<Double> before, double s) {
    List<GasCheck> log =
        IntStream.range(0, before.size())
            .mapToObj(i -> new GasCheck(day(i + 0.5), Level.ZERO, before.get(i), 0))
            .toList();
    return new Material(1, FROM, UNTIL, new MinuteLog(), List.of(), Map.of(factor, log))
        .with(records(line(Kind.S_AMS, -300, null, s, Double.NaN, "mg/m3")));
  }

  @Test
  void zeroAndSpanChecksFillTheChartsOfQal3() {
    Material material = checks("a21005", List.of(0.0, 1.0, 4.0, 0.0), 1);

    assertFound("en14181.qal3.shewhart", material, 4, "not-met");
    // z = 0, 0.2, 0.96, 0.768; limit 3 sqrt(0.2 / 1.8) = 1
    assertFound("en14181.qal3.ewma", material, 0.96, "met");
    // S = 0, 0.499, 3.998, 3.497; 3.998 / 2.85
    assertFound("en14181.qal3.cusum.drift", material, 3.998 / 2.85, "not-met");
    // s = 0, 0, 2.65, 8.8; 8.8 / 6.9
    assertFound("en14181.qal3.cusum.precision", material, 8.8 / 6.9, "not-met");
  }

  @Test
  void checksTellPausesAndCalibrationErrors() {
    List<Double> readings = List.of(0.0, 5.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);

    assertFound("hj355-2019.calibration.interval", checks("w01018", readings, 1), 36, "met");
    assertFound(
        "40cfr75.calibration-daily.so2-nox.narrow", checks("a21026", readings, 1), 5, "met");
    assertFound("hj75-2017.velocity.zero-drift", checks("a01011", readings, 1), 5, "not-met");
  }

  private static Material compared(String factor, List<Pair> pairs) {
    AccuracyTest test =
        new AccuracyTest(factor, FIRST.plusDays(1), "sample", FACTORS.of(factor).unit(), pairs);
    return new Material(1, FROM, UNTIL, new MinuteLog(), List.of(test));
  }

  /** The published sheet of PS-11, example 1 of the formulas: CI% 4.65, TI% 14.43, r 0.976176. */
  @Test
  void theCorrelationOfADustMonitorComesToThePublishedFigures() {
    double[] x = {
      1.5524, 1.6151, 1.556, 1.6011, 7.7059, 8.3138, 7.6329, 7.2768, 7.1513, 11.9547, 13.0548,
      11.3722, 10.7378, 10.391
    };
    double[] y = {
      .09, .09, .17, .96, 19.26, 16.42, 19.88, 19.46, 17.77, 27.78, 26.12, 26.29, 26.64, 26.16
    };
    Material material =
        compared("a34013", IntStream.range(0, 14).mapToObj(i -> new Pair(y[i], x[i])).toList());

    assertFound("hj75-2017.pm-correlation.pairs", material, 14, "not-met");
    assertFound("hj75-2017.pm-correlation.r", material, 0.97617569, "met");
    assertFound("hj75-2017.pm-correlation.confidence", material, 4.65352076, "met");
    assertFound("hj75-2017.pm-correlation.tolerance", material, 14.42726387, "met");
  }

  @Test
  void aYearlyTestIsHeldAgainstWhatTheLimitPermits() {
    List<Pair> pairs =
        List.of(
            new Pair(10, 9),
            new Pair(12, 12),
            new Pair(14, 13),
            new Pair(16, 16),
            new Pair(18, 17));
    Material material = compared("a21005", pairs);

    // D = 1 0 1 0 1: mean 0.6, s_D 0.547723; sigma0 = 10 % of 30 / 1.96 = 1.530612; kv(5) 0.9161
    assertFound("en14181.ast.pairs", material, 5, "met");
    Finding variability = judged("en14181.ast.variability", material).orElseThrow();
    assertThat(variability.outcome().basis().found().value()).isCloseTo(0.2604, within(1e-4));
    // t(4) 2.132: 0.6 / (2.132 x 0.547723 / sqrt 5 + 1.530612)
    Finding validity = judged("en14181.ast.validity", material).orElseThrow();
    assertThat(validity.outcome().basis().found().value()).isCloseTo(0.29226, within(1e-4));
    assertThat(judged("en14181.qal2.variability", material)).isEmpty();
  }

  @Test
  void marksTellHowLongAFaultLastedAndWhatADayIsWorth() {
    MinuteLog log = new MinuteLog().add("w01018", FROM, 10 * 1440, 30, "N");
    log.add("w01018", day(1), 2 * 1440 + 60, 30, "D").add("w01018", day(5), 360, 30, "F");
    log.add("w01018", day(6), 1, -0.1, "N").add("a21026", day(1), 2 * 1440 + 60, 30, "D");
    Material material = new Material(1, FROM, UNTIL, log, List.of());

    assertFound("hj356-2019.day", material, 0, "not-met");
    assertFound("hj356-2019.negative", material, 0, "not-met");
    assertFound("regulation.restore-48h.marks", material, 49, "not-met");
  }

  @Test
  void anItemThatNoDataAnswerIsLeftToWhoeverLooks() {
    for (Rule rule : RULES.rules()) {
      if (rule.isManual()) {
        assertThat(judged(rule.id(), material(Dossier.EMPTY))).as(rule.id()).isEmpty();
      }
    }
  }
}
