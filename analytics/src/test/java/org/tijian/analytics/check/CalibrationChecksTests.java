package org.tijian.analytics.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;

class CalibrationChecksTests {
  private static final String NOX = "a21002";
  private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");

  private final MinuteLog log = new MinuteLog();

  @Test
  void theLastMinuteOfAPlateauIsItsReading() {
    log.add(NOX, DAY, 1, 60, "C").add(NOX, minute(1), 1, 9, "C").add(NOX, minute(2), 1, 3, "C");

    assertThat(checks(240.0)).extracting(DriftPoint::before).containsExactly(3.0);
    assertThat(checks(240.0)).extracting(DriftPoint::at).containsExactly(minute(2));
  }

  @Test
  void aMinuteBelongsToTheGasItIsNearerTo() {
    log.add(NOX, DAY, 5, 119.9, "C").add(NOX, minute(5), 5, 120.1, "C");

    assertThat(checks(240.0)).extracting(DriftPoint::level).containsExactly(Level.ZERO, Level.SPAN);
  }

  @Test
  void readingsAfterAdjustmentAreTheReferenceOfTheNextCheck() {
    log.add(NOX, DAY, 5, 6, "C").add(NOX, minute(5), 5, 234, "C");
    log.add(NOX, minute(10), 5, 1, "C").add(NOX, minute(15), 5, 241, "C");
    Instant next = DAY.plus(Duration.ofDays(1));
    log.add(NOX, next, 5, 4, "C").add(NOX, next.plus(Duration.ofMinutes(5)), 5, 235, "C");

    List<DriftPoint> checks = checks(240.0);

    assertThat(checks).extracting(DriftPoint::after).containsExactly(1.0, 241.0, 4.0, 235.0);
    assertThat(checks)
        .extracting(DriftPoint::previousAfter)
        .containsExactly(0.0, 240.0, 1.0, 241.0);
    assertThat(checks).extracting(DriftPoint::driftPercent).containsExactly(2.0, -2.0, 1.0, -2.0);
  }

  @Test
  void withoutAdjustmentBeforeAndAfterAreTheSame() {
    log.add(NOX, DAY, 5, 6, "C");

    assertThat(checks(240.0)).allSatisfy(c -> assertThat(c.after()).isEqualTo(c.before()));
  }

  @Test
  void aShortPauseDoesNotPartASequenceAndALongOneDoes() {
    log.add(NOX, DAY, 5, 6, "C").add(NOX, minute(5), 20, 120, "N");
    log.add(NOX, minute(25), 5, 240, "C").add(NOX, minute(30), 5, 0, "C");
    assertThat(checks(240.0)).extracting(DriftPoint::before).containsExactly(6.0, 240.0);

    log.add(NOX, minute(120), 5, 2, "C");
    assertThat(checks(240.0)).extracting(DriftPoint::before).containsExactly(6.0, 240.0, 2.0);
  }

  @Test
  void ignoresOtherMarksAndMinutesWithoutANumber() {
    log.add(NOX, DAY, 5, 6, "M").add(NOX, minute(5), 5, Double.NaN, "C");

    assertThat(checks(240.0)).isEmpty();
  }

  @Test
  void withoutASpanGasOnlyZeroChecksAreTold() {
    log.add(NOX, DAY, 5, 6, "C").add(NOX, minute(5), 5, 240, "C");

    assertThat(checks(null)).extracting(DriftPoint::level).containsExactly(Level.ZERO);
  }

  private List<DriftPoint> checks(@Nullable Double spanGas) {
    LocalName name = new LocalName("分析仪", "Analyser");
    Instrument instrument =
        new Instrument(
            NOX, name, "mg/m3", 300, 0, spanGas, Instrument.Design.EXTRACTIVE, true, null);
    return CalibrationChecks.in(
        log.series(1, NOX, PeriodKind.MINUTE, DAY, DAY.plus(Duration.ofDays(30))), instrument);
  }

  private static Instant minute(int minute) {
    return DAY.plus(Duration.ofMinutes(minute));
  }
}
