package org.tijian.analytics.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.digest.HourSource;

class HourTallyTests {
  private static final String SO2 = "a21026";
  private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");

  private final MinuteLog log = new MinuteLog();

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          valid, marked, mark, stopped, invalid, fewest
          60,    0,      C,    0,       0,       60
          45,    15,     C,    0,       0,       45
          44,    16,     C,    0,       1,       44
          44,    16,     F,    1,       0,       0
          45,    15,     F,    0,       0,       45
          0,     60,     F,    1,       0,       0
          0,     60,     T,    0,       1,       0
          40,    0,      C,    0,       1,       40
          """)
  void countsAnHourByItsMarks(
      int valid, int marked, String mark, int stopped, int invalid, int fewest) {
    log.add(SO2, DAY, valid, 9, "N").add(SO2, at(valid), marked, 9, mark);

    HourTally tally = tally(DAY, at(60));

    assertThat(tally.hours()).isEqualTo(1);
    assertThat(tally.stopped()).isEqualTo(stopped);
    assertThat(tally.invalid()).isEqualTo(invalid);
    assertThat(tally.fewestValid()).isEqualTo(fewest);
  }

  @Test
  void countsOnlyWholeClockHours() {
    log.add(SO2, at(10), 200, 9, "N");

    HourTally tally = tally(at(10), at(210));

    assertThat(tally.hours()).isEqualTo(2);
    assertThat(tally.invalid()).isZero();
  }

  @Test
  void anHourWithoutMinutesIsInvalidAndThePoorest() {
    log.add(SO2, DAY, 60, 9, "N").add(SO2, at(120), 60, 9, "N");

    HourTally tally = tally(DAY, at(180));

    assertThat(tally.invalid()).isEqualTo(1);
    assertThat(tally.poorest()).isEqualTo(at(60));
  }

  @Test
  void aMinuteWithoutANumberIsNotValid() {
    log.add(SO2, DAY, 60, Double.NaN, "N");

    assertThat(tally(DAY, at(60)).fewestValid()).isZero();
  }

  @Test
  void hasNoPoorestHourWhenNoneRan() {
    log.add(SO2, DAY, 60, 0, "F");

    assertThat(tally(DAY, at(60)).poorest()).isNull();
    assertThat(tally(DAY, at(60)).running()).isZero();
  }

  private HourTally tally(Instant from, Instant until) {
    return HourTally.of(
        HourSource.from(log).hours(1, SO2, Double.POSITIVE_INFINITY, from, until).hours(), 45);
  }

  private static Instant at(int minute) {
    return DAY.plus(Duration.ofMinutes(minute));
  }
}
