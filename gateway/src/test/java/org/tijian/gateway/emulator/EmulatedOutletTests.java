package org.tijian.gateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.shape.TurbineSeries;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;

class EmulatedOutletTests {
  private static final String MN = "010000A8900016F000169DC0";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Instant MIDNIGHT = BeijingTime.startOf(DAY);

  private final EmulatedOutlet healthy = new EmulatedOutlet(MN, Profile.TURBINE_A);
  private final EmulatedOutlet flawed = new EmulatedOutlet(MN, Profile.TURBINE_B);

  @ParameterizedTest
  @ValueSource(strings = {"turbine-a", "turbine-b"})
  void sendsConformingFramesOnly(String profile) {
    EmulatedOutlet outlet = new EmulatedOutlet(MN, Profile.of(profile));
    Hj212Codec codec = new Hj212Codec();

    frames(outlet)
        .forEach(
            frame -> {
              byte[] bytes = new Hj212Encoder().encode(frame);
              Decoded.Accepted accepted = (Decoded.Accepted) codec.decode(bytes).get(0);
              assertThat(accepted.frame()).isEqualTo(frame);
              assertThat(accepted.defects()).isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"turbine-a", "turbine-b"})
  void saysTheSameOfAPeriodWheneverItIsAsked(String profile) {
    List<Hj212Frame> once = frames(new EmulatedOutlet(MN, Profile.of(profile))).toList();
    List<Hj212Frame> again = frames(new EmulatedOutlet(MN, Profile.of(profile))).toList();

    assertThat(again).isEqualTo(once);
  }

  @Test
  void givesEachFrameOfADeviceItsOwnQn() {
    assertThat(frames(healthy).map(Hj212Frame::qn)).doesNotHaveDuplicates();
  }

  @Test
  void datesAPeriodByItsStartInBeijingTime() {
    Hj212Frame minute = healthy.minute(Instant.parse("2026-11-01T00:05:00Z")).orElseThrow();

    assertThat(minute.first("DataTime")).isEqualTo("20261101080500");
    assertThat(minute.qn()).isEqualTo("20261101080600051");
  }

  @Test
  void replaysTheRealSeries() {
    TurbineSeries series = TurbineSeries.shared();
    Instant firstRow = Instant.EPOCH.plus(Duration.ofHours(12L * series.size()));

    assertThat(series.size()).isEqualTo(36_733);
    assertThat(series.nox(firstRow)).isEqualTo(81.952);
    assertThat(series.co(firstRow)).isEqualTo(0.32663);
    assertThat(series.nox(firstRow.plusSeconds(1800)))
        .isCloseTo((81.952 + 82.377) / 2, within(1e-9));
  }

  @Test
  void convertsToTheReferenceOxygenFromTheValuesAsSent() {
    for (int minute = 180; minute < 300; minute++) {
      Hj212Frame frame = healthy.minute(at(minute)).orElseThrow();
      double oxygen = number(frame, "a19001-Avg");
      double converted = number(frame, "a21002-Avg") * (21 - 15) / (21 - oxygen);
      assertThat(number(frame, "a21002-ZsAvg")).isCloseTo(converted, within(0.0501));
      assertThat(oxygen).isBetween(14.0, 15.5);
    }
  }

  @Test
  void runsTheGasCheckAtTwoInTheMorningOnTwoFactors() {
    for (int minute = 0; minute < 180; minute++) {
      Hj212Frame frame = healthy.minute(at(minute)).orElseThrow();
      String expected = minute >= 120 && minute < 130 ? "C" : "N";
      assertThat(frame.first("a21002-Flag")).as("minute %d", minute).isEqualTo(expected);
      assertThat(frame.first("a21005-Flag")).isEqualTo(expected);
      assertThat(frame.first("a19001-Flag")).isEqualTo("N");
      assertThat(frame.first("a21002-ZsAvg") == null).isEqualTo(expected.equals("C"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          profile,    factor,  fullScale, gas, before, least, most
          turbine-a,  a21002,  200,       0,   122,    0.3,   1.2
          turbine-a,  a21002,  200,       160, 125,    0.3,   1.2
          turbine-a,  a21005,  100,       80,  125,    0.3,   1.2
          turbine-b,  a21002,  200,       0,   122,    0.3,   1.2
          turbine-b,  a21002,  200,       160, 125,    3.3,   3.7
          turbine-b,  a21005,  100,       80,  125,    0.3,   1.2
          """)
  void driftsAsTheProfileSays(
      String profile,
      String factor,
      double fullScale,
      double gas,
      int before,
      double least,
      double most) {
    EmulatedOutlet outlet = new EmulatedOutlet(MN, Profile.of(profile));
    int after = before == 122 ? 127 : 129;

    double largest = 0;
    for (int day = 1; day <= 60; day++) {
      double adjusted = reading(outlet, factor, (day - 1) * 1440 + after);
      double drifted = reading(outlet, factor, day * 1440 + before);
      assertThat(Math.abs(adjusted - gas) / fullScale * 100).isLessThanOrEqualTo(0.1 + 0.025);
      largest = Math.max(largest, Math.abs(drifted - adjusted) / fullScale * 100);
    }

    assertThat(largest).isBetween(least, most);
  }

  @Test
  void losesNothingWhenHealthy() {
    assertThat(IntStream.range(0, 3 * 1440).mapToObj(i -> healthy.minute(at(i))))
        .allMatch(Optional::isPresent);
  }

  @Test
  void losesAboutTwoPercentInRunsWhenFlawed() {
    int days = 90;
    List<Boolean> missing =
        IntStream.range(0, days * 1440).mapToObj(i -> flawed.minute(at(i)).isEmpty()).toList();

    List<Integer> runs = runs(missing);
    assertThat(runs.stream().mapToInt(Integer::intValue).sum() / (days * 1440.0))
        .isBetween(0.015, 0.025);
    assertThat(runs).hasSizeBetween(days, 2 * days).allMatch(run -> run >= 5 && run <= 80);
  }

  @Test
  void marksMaintenanceOfTheGasAnalysersEachNinthDay() {
    List<Integer> marked = new ArrayList<>();
    for (int hour = 0; hour < 9 * 24; hour++) {
      Hj212Frame frame = flawed.hour(at(hour * 60)).orElseThrow();
      if ("M".equals(frame.first("a21002-Flag"))) {
        marked.add(hour);
        assertThat(frame.first("a19001-Flag")).isEqualTo("M");
        assertThat(frame.first("a01012-Flag")).isEqualTo("N");
      }
    }

    assertThat(marked).hasSize(6);
    assertThat(marked.get(0) % 24).isEqualTo(9);
    assertThat(marked.get(5)).isEqualTo(marked.get(0) + 5);
  }

  @Test
  void leavesTheGasCheckOutOfTheHour() {
    Hj212Frame hour = healthy.hour(at(120)).orElseThrow();

    double mean =
        IntStream.range(130, 180)
            .mapToDouble(i -> number(healthy.minute(at(i)).orElseThrow(), "a21002-Avg"))
            .average()
            .orElseThrow();
    assertThat(number(hour, "a21002-Avg")).isCloseTo(mean, within(0.0501));
    assertThat(hour.first("a21002-Flag")).isEqualTo("N");
  }

  /** A day of minutes and hours, and an hour of real-time data. */
  private static Stream<Hj212Frame> frames(EmulatedOutlet outlet) {
    Stream<Optional<Hj212Frame>> minutes =
        IntStream.range(0, 1440).mapToObj(i -> outlet.minute(at(i)));
    Stream<Optional<Hj212Frame>> hours =
        IntStream.range(0, 24).mapToObj(i -> outlet.hour(at(i * 60)));
    Stream<Optional<Hj212Frame>> moments =
        IntStream.range(0, 120).mapToObj(i -> outlet.realTime(at(100).plusSeconds(i * 30L)));
    return Stream.of(minutes, hours, moments).flatMap(s -> s).flatMap(Optional::stream);
  }

  private static Instant at(int minute) {
    return MIDNIGHT.plus(Duration.ofMinutes(minute));
  }

  private static double reading(EmulatedOutlet outlet, String factor, int minute) {
    return number(outlet.minute(at(minute)).orElseThrow(), factor + "-Avg");
  }

  private static double number(Hj212Frame frame, String name) {
    return Double.parseDouble(frame.first(name));
  }

  private static List<Integer> runs(List<Boolean> missing) {
    List<Integer> runs = new ArrayList<>();
    int run = 0;
    for (boolean gone : missing) {
      if (!gone && run > 0) {
        runs.add(run);
      }
      run = gone ? run + 1 : 0;
    }
    return runs;
  }
}
