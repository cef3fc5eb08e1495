package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;

/** What the checks do with more than a boundary: several hours, tiers, marks and units. */
class ChecksByRuleTests {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final LocalName NAME = new LocalName("样例", "Sample");
  private static final String SO2 = "a21026";
  private static final String O2 = "a19001";
  private static final String BOILER =
      """
      outlet: DA001
      medium: gas
      source: boiler
      fuel: coal
      built: new
      area: general
      instruments: []
      """;

  private static final String WATER = "outlet: DW001\nmedium: water\ninstruments: []\n";

  private static final BuiltInRule SULPHUR =
      new BuiltInRule("gb13271-2014.table2.coal.so2", SO2, "mg/m3", BOILER);
  private static final BuiltInRule INTERVAL =
      new BuiltInRule("hj75-2017.calibration-interval.gas.automatic", SO2, "mg/m3", BOILER);
  private static final BuiltInRule SENT =
      new BuiltInRule("transmission.effectiveness", SO2, "mg/m3", BOILER);

  @Test
  void judgesTheWorstConvertedHourAndCountsThoseAbove() {
    MinuteLog log = new MinuteLog();
    hour(log, 0, 200, 9);
    hour(log, 1, 200, 13);
    hour(log, 2, 260, 11);

    Basis basis = SULPHUR.judge(log, START, hours(3), List.of()).outcome().basis();

    // 200 x (21 - 9) / (21 - 13) = 300; 260 x 12 / 10 = 312
    assertThat(basis.found()).isEqualTo(new Quantity(312, "mg/m3"));
    assertThat(basis.from()).isEqualTo(hours(2));
    assertThat(basis.readings()).isEqualTo(3);
    assertThat(basis.inputs().get(3).quantity().value()).isEqualTo(1);
  }

  @Test
  void leavesOutHoursThatHardlyBurn() {
    MinuteLog log = new MinuteLog();
    hour(log, 0, 100, 9);
    hour(log, 1, 50, 19);
    hour(log, 2, 40, 20.9);

    Finding finding = SULPHUR.judge(log, START, hours(3), List.of());

    assertThat(finding.outcome().word()).isEqualTo("met");
    assertThat(finding.outcome().basis().found().value()).isEqualTo(100);
    assertThat(finding.outcome().basis().readings()).isEqualTo(1);
  }

  @Test
  void leavesOutHoursThatAreNotValid() {
    MinuteLog log = new MinuteLog();
    hour(log, 0, 100, 9);
    log.add(SO2, hours(1), 44, 900, "N").add(SO2, hours(1).plusSeconds(2640), 16, 900, "C");
    log.add(O2, hours(1), 60, 9, "N");

    assertThat(SULPHUR.judge(log, START, hours(2), List.of()).outcome().word()).isEqualTo("met");
  }

  @Test
  void cannotTellWithoutOxygenOrInAnotherUnit() {
    MinuteLog log = new MinuteLog().add(SO2, START, 60, 100, "N");
    BuiltInRule inPpm = new BuiltInRule(SULPHUR.id(), SO2, "ppm", BOILER);

    assertThat(SULPHUR.judge(log, START, hours(1), List.of()).says().en())
        .isEqualTo(
            "No clock hour has both a valid concentration and a usable oxygen content, so nothing"
                + " can be said.");
    assertThat(inPpm.judge(log, START, hours(1), List.of()).says().en()).contains("another unit");
  }

  @Test
  void thePermitIsHeldAgainstTheConvertedHourWhereTheOutletHasAReference() {
    MinuteLog log = new MinuteLog();
    hour(log, 0, 40, 9);
    hour(log, 1, 40, 13);
    Instrument instrument =
        new Instrument(SO2, NAME, "mg/m3", 100, 0, 80.0, Instrument.Design.EXTRACTIVE, true, 50.0);

    // 40 x (21 - 9) / (21 - 13) = 60 of 50; as measured 40 of 50
    assertThat(permit(instrument, 9.0, log).says().en())
        .isEqualTo(
            "1 of 2 valid hours are above the limit 50; the highest is 60 (from 2026-11-01 09:00).");
    assertThat(permit(instrument, null, log).outcome().basis().found())
        .isEqualTo(new Quantity(80, "% of permit"));
    assertThat(permit(instrument, 9.0, log).isHint()).isTrue();
  }

  @Test
  void withoutALimitOfThePermitTheRuleIsNotAsked() {
    MinuteLog log = new MinuteLog();
    hour(log, 0, 40, 9);
    Instrument instrument =
        new Instrument(SO2, NAME, "mg/m3", 100, 0, 80.0, Instrument.Design.EXTRACTIVE, true, null);

    assertThat(check(instrument, 9.0, log))
        .noneSatisfy(f -> assertThat(f.rule().id()).isEqualTo("permit.hour"));
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          first, second, span, found, outcome
          1,     25,     26,   24,    met
          1,     20,     45,   25,    not-met
          30,    31,     32,   30,    not-met
          0,     10,     20,   10,    met
          """)
  void theTimeBeforeTheFirstAndAfterTheLastCalibrationCounts(
      int first, int second, int span, double found, String outcome) {
    MinuteLog log = new MinuteLog().add(SO2, hours(first), 1, 0, "C");
    log.add(SO2, hours(second), 1, 0, "C");

    Finding finding = INTERVAL.judge(log, START, hours(span), List.of());

    assertThat(finding.outcome().word()).isEqualTo(outcome);
    assertThat(finding.outcome().basis().found()).isEqualTo(new Quantity(found, "h"));
  }

  @Test
  void stoppedHoursAreNotDue() {
    MinuteLog log = new MinuteLog().add(SO2, START, 75 * 60, 1, "N");
    log.add(SO2, hours(75), 25 * 60, 0, "F");

    Basis basis = SENT.judge(log, START, hours(110), List.of()).outcome().basis();

    // 75 hours came of 75 + 10 that were due; all that came are valid
    assertThat(basis.found()).isEqualTo(new Quantity(88.24, "%"));
    assertThat(basis.isKept()).isTrue();
  }

  @Test
  void hoursThatNeverCameCountAgainstTransmission() {
    MinuteLog log = new MinuteLog().add(SO2, START, 60, 1, "N");

    Finding finding = SENT.judge(log, START, hours(4), List.of());

    assertThat(finding.outcome().word()).isEqualTo("not-met");
    assertThat(finding.outcome().basis().found().value()).isEqualTo(25);
  }

  /** Worked example of the laboratory system's own tests. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          rule      | factor | reference     | monitor             | found | outcome
          cod.high  | w01018 | 123 120 121   | 104.6 90 118        | 14.96 | met
          nh3n.low  | w21003 | 1.2 1.2 1.2 1.2 | 1.0 1.9 1.8 1.25  | 0.6   | not-met
          """)
  void asManyPairsHaveToPassAsTheNumberOfPairsAsksFor(
      String rule, String factor, String reference, String monitor, double found, String outcome) {
    Finding finding = comparison(rule, factor, "mg/L", reference, monitor);

    assertThat(finding.outcome().word()).isEqualTo(outcome);
    assertThat(finding.outcome().basis().found()).isEqualTo(new Quantity(found, unit(rule)));
  }

  @Test
  void onlyThePairsOfTheTierAreJudged() {
    Finding finding = comparison("cod.high", "w01018", "mg/L", "100 100 99 20", "100 100 500 90");

    assertThat(finding.says().en()).startsWith("Fewer than 3 pairs lie in the range");
    assertThat(comparison("cod.high", "w01018", "mg/L", "50 60", "50 60").outcome().word())
        .isEqualTo("not-applicable");
    assertThat(comparison("cod.high", "w01018", "g/L", "100 100 100", "1 1 1").says().en())
        .contains("another unit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          item                                     | value | unit   | outcome
          hj75-2017.station.temperature            | 14.9  | ℃      | not-met
          hj75-2017.station.temperature            | 15    | ℃      | met
          hj75-2017.station.temperature            | 86    | ℉      | cannot-tell
          guide-2012.line.slope                    | 5     | °      | not-met
          guide-2012.line.slope                    | 5.01  | °      | met
          hj75-2017.velocity.zero-drift            | 0.9   | m/s    | met
          hj75-2017.velocity.zero-drift            | 3.1   | %FS    | not-met
          hj75-2017.station.lightning              | 1     | yes/no | met
          hj75-2017.station.lightning              | 0     | yes/no | not-met
          hj75-2017.station.lightning              | 1     | 1      | cannot-tell
          gb31570-2015.acid-gas.normal.nox         | 150   | mg/m3  | met
          hjt75-2007.drops                         | 4     | 1      | not-applicable
          """)
  void anAnswerIsHeldAgainstTheItemAsItStands(
      String item, double value, String unit, String outcome) {
    Finding finding =
        CheckCatalogue.judgeAnswer(BuiltInRule.rule(item), new Quantity(value, unit), DAY);

    assertThat(finding.outcome().word()).isEqualTo(outcome);
    assertThat(finding.code()).isEqualTo(item);
  }

  @Test
  void aPureNumberIsSaidWithoutUnit() {
    assertThat(
            CheckCatalogue.judgeAnswer(
                    BuiltInRule.rule("hj75-2017.pairs.gas"), new Quantity(8, "1"), DAY)
                .says()
                .en())
        .isEqualTo("The answer is 8; wanted is >= 9: not met, worth improving.");
  }

  @Test
  void whatNobodyAnsweredCannotBeTold() {
    assertThat(
            CheckCatalogue.judgeAnswer(BuiltInRule.rule("hj75-2017.station.area"), null, DAY)
                .says()
                .en())
        .isEqualTo("Not looked at or not answered, so nothing can be said.");
  }

  @Test
  void anAnswerDoesNotReplaceDataThatCanBeJudged() {
    assertThatThrownBy(
            () ->
                CheckCatalogue.judgeAnswer(
                    BuiltInRule.rule("hj75-2017.zero-drift.gas"), new Quantity(1, "%FS"), DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is judged by data");
  }

  private static Finding permit(Instrument instrument, Double reference, MinuteLog log) {
    return check(instrument, reference, log).stream()
        .filter(finding -> finding.rule().id().equals("permit.hour"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Finding> check(Instrument instrument, Double reference, MinuteLog log) {
    Outlet outlet = new Outlet(1, 1, "DA001", NAME, reference, false, List.of(instrument));
    return Analytics.withBuiltInRules().selfCheck(outlet, hours(2), log, List.of()).findings();
  }

  private static Finding comparison(
      String rule, String factor, String unit, String reference, String monitor) {
    double[] b = numbers(reference);
    double[] x = numbers(monitor);
    List<Pair> pairs =
        java.util.stream.IntStream.range(0, b.length).mapToObj(i -> new Pair(b[i], x[i])).toList();
    AccuracyTest test = new AccuracyTest(factor, LocalDate.of(2026, 10, 1), "lab", unit, pairs);
    return new BuiltInRule("hj355-2019.comparison." + rule, factor, "mg/L", WATER)
        .judge(new MinuteLog(), START, hours(24), List.of(test));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static String unit(String rule) {
    return rule.endsWith("low") ? "mg/L" : "%";
  }

  private static void hour(MinuteLog log, int hour, double value, double oxygen) {
    log.add(SO2, hours(hour), 60, value, "N").add(O2, hours(hour), 60, oxygen, "N");
  }

  private static Instant hours(int hours) {
    return START.plus(Duration.ofHours(hours));
  }
}
