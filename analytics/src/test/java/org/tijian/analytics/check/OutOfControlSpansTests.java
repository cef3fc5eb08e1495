package org.tijian.analytics.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.finding.DriftForecast;
import org.tijian.analytics.finding.DriftForecast.Answer;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.GasCheck;
import org.tijian.analytics.finding.OutOfControl;
import org.tijian.analytics.finding.OutOfControl.Convention;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;

class OutOfControlSpansTests {
  private static final String SO2 = "a21026";
  private static final Instant START = Instant.parse("2026-10-31T16:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(5));
  private static final Instrument ANALYSER =
      new Instrument(
          SO2,
          new LocalName("仪器", "Analyser"),
          "mg/m3",
          100,
          0,
          80.0,
          Instrument.Design.EXTRACTIVE,
          true,
          null);

  private static Instant hour(int hours) {
    return START.plus(Duration.ofHours(hours));
  }

  private static Material material(GasCheck... checks) {
    MinuteLog minutes = new MinuteLog().add(SO2, START, 5 * 1440, 50, "N");
    minutes.add(SO2, hour(36), 60, 50, "F");
    return new Material(1, START, END, minutes, List.of(), Map.of(SO2, List.of(checks)));
  }

  private static List<OutOfControl> spans(Material material, Convention convention) {
    return OutOfControlSpans.of(ANALYSER, material, convention, 5.0, 10.0);
  }

  /** A check that fails, is not mended, and passes a day later; one hour between was stopped. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          convention,     from, until, hours
          FROM_DETECTION, 24,   48,    23
          LAST_PASS,      0,    48,    47
          """)
  void aSpanCountsByEitherConvention(Convention convention, int from, int until, int hours) {
    Material material =
        material(
            new GasCheck(hour(0), Level.ZERO, 0.1, 0.1),
            new GasCheck(hour(24), Level.ZERO, 5.2, 5.2),
            new GasCheck(hour(48), Level.ZERO, 5.3, 5.3));

    List<OutOfControl> found = spans(material, convention);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).from()).isEqualTo(hour(from));
    assertThat(found.get(0).until()).isEqualTo(hour(until));
    assertThat(found.get(0).detectedAt()).isEqualTo(hour(24));
    assertThat(found.get(0).hours()).isEqualTo(hours);
    assertThat(found.get(0).ended()).isTrue();
  }

  @Test
  void anAnalyserThatIsAdjustedAtOnceCostsNothingFromDetectionButTheDayBefore() {
    Material material =
        material(
            new GasCheck(hour(0), Level.SPAN, 80, 80), new GasCheck(hour(24), Level.SPAN, 92, 80));

    assertThat(spans(material, Convention.FROM_DETECTION))
        .singleElement()
        .satisfies(span -> assertThat(span.hours()).isZero());
    assertThat(spans(material, Convention.LAST_PASS))
        .singleElement()
        .satisfies(span -> assertThat(span.hours()).isEqualTo(24));
  }

  @Test
  void onTheLimitIsNotBeyondItAndAnAdjustmentThatMissesTheGasMendsNothing() {
    assertThat(spans(material(new GasCheck(hour(5), Level.ZERO, 5, 5)), Convention.FROM_DETECTION))
        .isEmpty();
    assertThat(spans(material(new GasCheck(hour(5), Level.ZERO, 9, 8)), Convention.FROM_DETECTION))
        .singleElement()
        .satisfies(
            span -> {
              assertThat(span.ended()).isFalse();
              assertThat(span.until()).isEqualTo(END);
            });
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          capture, missing, hours
          90,      24,      180
          90,      25,      720
          89.99,   1,       2160
          75,      100,     2160
          74.99,   1,       0
          """)
  void whatIsFilledInLooksBackByCaptureAndLength(double capture, int missing, int hours) {
    assertThat(Substitution.lookBack(capture, missing)).isEqualTo(hours);
  }

  @Test
  void theLargestMeanOfTheValidHoursBeforeIsWhatWouldBeFilledIn() {
    MinuteLog minutes = new MinuteLog().add(SO2, START, 5 * 1440, 50, "N");
    minutes.add(SO2, hour(10), 60, 70, "N").add(SO2, hour(11), 60, 99, "D");
    minutes.add(SO2, hour(100), 60, 90, "N");
    Material material = new Material(1, START, END, minutes, List.of());

    List<Step> steps = Substitution.of(ANALYSER, material, new TreeSet<>(List.of(hour(90))));

    assertThat(steps).extracting(Step::symbol).containsExactly("α", "K", "C_s");
    assertThat(steps.get(1).quantity().value()).isEqualTo(89);
    assertThat(steps.get(2).quantity().value()).isEqualTo(70);
  }

  @Test
  void aDriftThatGrowsIsForecastAndOneThatWobblesIsNot() {
    Instrument analyser = ANALYSER;
    List<DriftPoint> growing =
        CalibrationChecks.of(
            java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> new GasCheck(hour(24 * i), Level.ZERO, 0.2 * i + (i % 2) * 0.05, 0))
                .toList(),
            analyser);
    List<DriftPoint> wobbling =
        CalibrationChecks.of(
            java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> new GasCheck(hour(24 * i), Level.ZERO, (i % 2) * 0.5, 0))
                .toList(),
            analyser);

    DriftForecast day = DriftForecasts.USUAL.of(Level.ZERO, growing, 2.5, hour(24 * 9));

    assertThat(day.answer()).isEqualTo(Answer.TREND);
    assertThat(day.day()).isBetween(hour(24 * 12), hour(24 * 13));
    assertThat(day.earliest()).isBefore(day.day());
    assertThat(day.latest()).isAfter(day.day());
    assertThat(day.line()).isNotEmpty();
    assertThat(DriftForecasts.USUAL.of(Level.ZERO, wobbling, 2.5, hour(24 * 9)).answer())
        .isEqualTo(Answer.NO_TREND);
    assertThat(DriftForecasts.USUAL.of(Level.ZERO, growing.subList(0, 6), 2.5, END).answer())
        .isEqualTo(Answer.TOO_FEW);
  }
}
