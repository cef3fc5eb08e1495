package org.tijian.gateway.emulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.shape.Noise;

/**
 * The daily zero and span check of a gas analyser (synthesised): from 02:00 Beijing time three
 * minutes of zero gas and three of span gas, adjustment, then two minutes of each. All readings
 * mg/m3.
 */
final class GasCheck {
  static final LocalTime BEGINS = LocalTime.of(2, 0);
  static final int MINUTES = 10;

  private static final int SAW_TOOTH_DAYS = 30;
  private static final double HEALTHY_DRIFT = 1.0;
  private static final double AFTER_ADJUSTMENT = 0.1;
  private static final double READING_NOISE = 0.02;

  private final Profile profile;
  private final EmulatedFactor factor;
  private final double fullScale;
  private final double spanGas;

  private GasCheck(Profile profile, EmulatedFactor factor, double fullScale, double spanGas) {
    this.profile = profile;
    this.factor = factor;
    this.fullScale = fullScale;
    this.spanGas = spanGas;
  }

  static GasCheck ofNox(Profile profile) {
    return new GasCheck(profile, EmulatedFactor.NOX, 200, 160);
  }

  static GasCheck ofCo(Profile profile) {
    return new GasCheck(profile, EmulatedFactor.CO, 100, 80);
  }

  /** What the analyser shows if a check runs at that moment, else empty. */
  OptionalDouble reading(Instant at) {
    OffsetDateTime local = at.atOffset(BeijingTime.OFFSET);
    long minute = ChronoUnit.MINUTES.between(BEGINS, local.toLocalTime());
    if (local.toLocalTime().isBefore(BEGINS) || minute >= MINUTES) {
      return OptionalDouble.empty();
    }
    boolean adjusted = minute >= 6;
    boolean zero = adjusted ? minute < 8 : minute < 3;
    double offBy =
        adjusted ? leftOver(zero, local.toLocalDate()) : drift(zero, local.toLocalDate());
    double percent = offBy + noise("reading").within(READING_NOISE, at.getEpochSecond());
    return OptionalDouble.of((zero ? 0 : spanGas) + percent / 100 * fullScale);
  }

  /** % of full scale since the adjustment of the day before. */
  private double drift(boolean zero, LocalDate day) {
    if (!zero && factor == EmulatedFactor.NOX && profile.noxSpanSawTooth() > 0) {
      long grown = Math.floorMod(day.toEpochDay(), SAW_TOOTH_DAYS) + 1;
      return profile.noxSpanSawTooth() * grown / SAW_TOOTH_DAYS;
    }
    return noise(zero ? "zero" : "span").within(HEALTHY_DRIFT, day.toEpochDay());
  }

  private double leftOver(boolean zero, LocalDate day) {
    double most = AFTER_ADJUSTMENT - READING_NOISE;
    return noise(zero ? "adjusted zero" : "adjusted span").within(most, day.toEpochDay());
  }

  private Noise noise(String quantity) {
    return profile.noise().of(factor.code() + " " + quantity);
  }
}
