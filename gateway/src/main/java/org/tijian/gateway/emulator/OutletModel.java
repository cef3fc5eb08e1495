package org.tijian.gateway.emulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.shape.Noise;
import org.tijian.analytics.shape.TurbineSeries;

/** What an outlet's instruments show: a pure function of profile and time. */
final class OutletModel {
  private static final double REFERENCE_OXYGEN = 15;
  private static final double OXYGEN_IN_AIR = 21;
  private static final double MG_PER_KG = 1e6;
  private static final int MINUTE_SECONDS = 60;
  private static final double SPREAD = 0.02;

  private final Profile profile;
  private final Conditions conditions;
  private final Flaws flaws;
  private final GasCheck noxCheck;
  private final GasCheck coCheck;

  OutletModel(Profile profile, TurbineSeries series) {
    this.profile = profile;
    this.conditions = new Conditions(series, profile.noise());
    this.flaws = new Flaws(profile);
    this.noxCheck = GasCheck.ofNox(profile);
    this.coCheck = GasCheck.ofCo(profile);
  }

  /** Momentary values; empty while the outlet is silent. */
  List<EmulatedReading> moment(Instant at) {
    return flaws.missing(at.truncatedTo(ChronoUnit.MINUTES)) ? List.of() : readings(at, at, 0);
  }

  /** The minute that begins at {@code start}; empty if it goes missing. */
  List<EmulatedReading> minute(Instant start) {
    Instant middle = start.plusSeconds(MINUTE_SECONDS / 2);
    return flaws.missing(start) ? List.of() : readings(start, middle, MINUTE_SECONDS);
  }

  /** The hour that begins at {@code start}; empty if all of it went missing. */
  List<EmulatedReading> hour(Instant start) {
    List<List<EmulatedReading>> minutes =
        IntStream.range(0, 60)
            .mapToObj(i -> minute(start.plus(i, ChronoUnit.MINUTES)))
            .filter(minute -> !minute.isEmpty())
            .toList();
    return minutes.isEmpty() ? List.of() : converted(PeriodMeans.HOUR.of(minutes));
  }

  /** The day that begins at {@code start}; empty if all of it went missing. */
  List<EmulatedReading> day(Instant start) {
    List<List<EmulatedReading>> hours =
        IntStream.range(0, 24)
            .mapToObj(i -> hour(start.plus(i, ChronoUnit.HOURS)))
            .filter(hour -> !hour.isEmpty())
            .toList();
    return hours.isEmpty() ? List.of() : converted(PeriodMeans.DAY.of(hours));
  }

  private List<EmulatedReading> readings(Instant start, Instant at, int seconds) {
    List<EmulatedReading> readings = new ArrayList<>();
    for (EmulatedFactor factor : EmulatedFactor.values()) {
      OptionalDouble gas = gasReading(factor, start);
      double value = gas.isPresent() ? gas.getAsDouble() : conditions.of(factor, at);
      readings.add(reading(factor, start, value, gas.isPresent()));
    }
    return converted(seconds == 0 ? readings : withAmounts(readings, seconds));
  }

  private OptionalDouble gasReading(EmulatedFactor factor, Instant start) {
    if (!profile.checked()) {
      return OptionalDouble.empty();
    }
    return switch (factor) {
      case NOX -> noxCheck.reading(start);
      case CO -> coCheck.reading(start);
      default -> OptionalDouble.empty();
    };
  }

  private EmulatedReading reading(
      EmulatedFactor factor, Instant start, double value, boolean gasCheck) {
    Noise noise = profile.noise().of(factor.code() + " spread");
    double size = gasCheck ? 0 : SPREAD * Math.abs(value);
    double below = size * noise.share(start.getEpochSecond());
    double above = size * noise.share(start.getEpochSecond() + 1);
    return new EmulatedReading(
        factor,
        factor.rounded(value - below),
        factor.rounded(value),
        factor.rounded(value + above),
        null,
        null,
        flag(factor, start, gasCheck));
  }

  private String flag(EmulatedFactor factor, Instant start, boolean gasCheck) {
    if (gasCheck) {
      return "C";
    }
    return factor.isGas() && flaws.maintenance(start) ? "M" : "N";
  }

  private static List<EmulatedReading> withAmounts(List<EmulatedReading> readings, int seconds) {
    double gas = average(EmulatedFactor.FLOW, readings) * seconds;
    return readings.stream().map(r -> r.withAmount(amount(r, gas))).toList();
  }

  private static @Nullable Double amount(EmulatedReading reading, double gas) {
    if (reading.factor() == EmulatedFactor.FLOW) {
      return gas;
    }
    boolean emitted = reading.factor().isPollutant() && !reading.flag().equals("C");
    return emitted ? Double.valueOf(reading.average() * gas / MG_PER_KG) : null;
  }

  private static List<EmulatedReading> converted(List<EmulatedReading> readings) {
    double oxygen = average(EmulatedFactor.OXYGEN, readings);
    double ratio = (OXYGEN_IN_AIR - REFERENCE_OXYGEN) / (OXYGEN_IN_AIR - oxygen);
    return readings.stream()
        .map(r -> r.factor().isPollutant() && !r.flag().equals("C") ? r.withRatio(ratio) : r)
        .toList();
  }

  private static double average(EmulatedFactor factor, List<EmulatedReading> readings) {
    return readings.stream()
        .filter(reading -> reading.factor() == factor)
        .mapToDouble(EmulatedReading::average)
        .sum();
  }
}
