package org.tijian.analytics.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.digest.HourDigest.Values;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore.Series;

class HourDigestsTests {
  private static final String NOX = "a21002";
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final double FULL_SCALE = 200;

  private final MinuteLog log = new MinuteLog();

  @Test
  void tellsAnHourFromItsMinutes() {
    values(3, 5, 5, 5, 4.5, 4.5, 198, 0, -1);
    log.add(NOX, at(20), 10, 160, "C")
        .add(NOX, at(30), 5, 2, "F")
        .add(NOX, at(35), 1, Double.NaN, "N");

    HourDigest hour = hours(START, at(60)).get(0);

    assertThat(hour.present()).isEqualTo(25);
    assertThat(hour.numbers()).isEqualTo(24);
    assertThat(hour.valid()).isEqualTo(9);
    assertThat(hour.marked(DataFlag.CALIBRATION)).isEqualTo(10);
    assertThat(hour.marked(DataFlag.NORMAL)).isEqualTo(10);
    assertThat(hour.marked(DataFlag.FAULT)).isZero();
    assertThat(hour.stoppedMean()).isEqualTo(2);
    Values values = hour.values();
    assertThat(values.minimum()).isEqualTo(-1);
    assertThat(values.maximum()).isEqualTo(198);
    assertThat(values.first()).isEqualTo(3);
    assertThat(values.last()).isEqualTo(-1);
    assertThat(values.step()).isEqualTo(0.5);
    assertThat(values.leadingRun()).isEqualTo(1);
    assertThat(values.trailingRun()).isEqualTo(1);
    assertThat(values.longestRun()).isEqualTo(3);
    assertThat(values.atTop()).isEqualTo(1);
    assertThat(values.atOrBelowZero()).isEqualTo(2);
    assertThat(values.isConstant()).isFalse();
  }

  @Test
  void meanAndDeviationAreThoseOfTheStatisticsLibrary() {
    Well19937c random = new Well19937c(20261128);
    DescriptiveStatistics expected = new DescriptiveStatistics();
    for (int minute = 0; minute < 60; minute++) {
      double value = 50 + 10 * random.nextGaussian();
      expected.addValue(value);
      log.add(NOX, at(minute), 1, value, "N");
    }

    Values values = hours(START, at(60)).get(0).values();

    assertThat(values.mean()).isCloseTo(expected.getMean(), within(1e-12));
    assertThat(values.deviation()).isCloseTo(expected.getStandardDeviation(), within(1e-12));
  }

  @Test
  void anHourOfEqualMinutesIsConstantWithNoDeviationAtAll() {
    log.add(NOX, START, 60, 0.1 + 0.2, "N");

    Values values = hours(START, at(60)).get(0).values();

    assertThat(values.isConstant()).isTrue();
    assertThat(values.deviation()).isZero();
    assertThat(values.step()).isNaN();
    assertThat(values.leadingRun()).isEqualTo(60);
    assertThat(values.trailingRun()).isEqualTo(60);
  }

  @Test
  void hoursFollowEachOtherAlsoWhereNothingIsStored() {
    log.add(NOX, START, 60, 9, "N").add(NOX, at(180), 60, 9, "N");

    List<HourDigest> hours = hours(START, at(240));

    assertThat(hours).extracting(HourDigest::present).containsExactly(60, 0, 0, 60);
    assertThat(hours)
        .extracting(HourDigest::start)
        .containsExactly(START, at(60), at(120), at(180));
    assertThat(hours.get(1).mean()).isNaN();
    assertThat(hours.get(1).meanOf(0)).isNaN();
    assertThat(hours.get(0).meanOf(60)).isEqualTo(9);
    assertThat(hours.get(0).meanOf(61)).isNaN();
  }

  @Test
  void theEndsOfTheSpanCutTheirHours() {
    log.add(NOX, START, 180, 9, "N");

    List<HourDigest> hours = hours(at(10), at(150));

    assertThat(hours).extracting(HourDigest::due).containsExactly(50, 60, 30);
    assertThat(hours).extracting(HourDigest::present).containsExactly(50, 60, 30);
    assertThat(hours).extracting(HourDigest::isWhole).containsExactly(false, true, false);
  }

  @Test
  void aSpanInPiecesOfWholeHoursTellsTheSame() {
    Well19937c random = new Well19937c(7);
    for (int minute = 0; minute < 600; minute++) {
      if (random.nextInt(10) > 0) {
        log.add(NOX, at(minute), 1, random.nextInt(20), random.nextInt(8) > 0 ? "N" : "M");
      }
    }

    List<HourDigest> pieces = new ArrayList<>(hours(START, at(240)));
    pieces.addAll(hours(at(240), at(600)));

    assertThat(pieces).isEqualTo(hours(START, at(600)));
  }

  @Test
  void keepsTheMinutesOfGasChecks() {
    log.add(NOX, START, 60, 9, "N")
        .add(NOX, at(5), 2, 160, "C")
        .add(NOX, at(7), 1, Double.NaN, "C");

    Series gas = HourSource.from(log).hours(1, NOX, FULL_SCALE, at(6), at(60)).gasMinutes();

    assertThat(gas.at()).containsExactly(at(6));
    assertThat(gas.value()).containsExactly(160);
  }

  private void values(double... values) {
    for (int i = 0; i < values.length; i++) {
      log.add(NOX, at(i), 1, values[i], "N");
    }
  }

  private List<HourDigest> hours(Instant from, Instant until) {
    return HourDigests.of(
            log.series(1, NOX, PeriodKind.MINUTE, START, at(10_000)), from, until, FULL_SCALE)
        .hours();
  }

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
