package org.tijian.analytics.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.scenario.Plant.Marking;
import org.tijian.analytics.shape.Shape;
import org.tijian.analytics.shape.TurbineSeries;

/** The minutes of a plant: what is there, what is seen of it, and how it is marked. */
final class PlantMinutes {
  private static final LocalTime GAS_CHECK = LocalTime.of(2, 0);
  private static final double IDLE_AIR = 20.9;

  private final Plant plant;
  private final TurbineSeries series = TurbineSeries.shared();

  PlantMinutes(Plant plant) {
    this.plant = plant;
  }

  void put(Instant at, int place, Map<String, Column> columns) {
    double load = plant.load.seen(at, (series.energyYield(at) - 9.85) / (15.16 - 9.85));
    boolean stands = plant.stopped.test(at);
    int gasMinute = gasMinute(at);
    for (String factor : Plant.FACTORS) {
      boolean isGas = gasMinute >= 0 && (factor.equals(Plant.NOX) || factor.equals(Plant.CO));
      double seen =
          isGas
              ? gas(factor, at, gasMinute)
              : shape(factor).seen(at, stands ? idle(factor, at) : there(factor, load, at));
      DataFlag flag =
          isGas && plant.gas.marked
              ? DataFlag.CALIBRATION
              : stands && plant.stopIsMarked ? DataFlag.STOPPED : DataFlag.NORMAL;
      Column column = Column.of(columns, factor);
      column.values()[place] = rounded(factor, seen);
      column.flags()[place] = flag;
    }
    plant.markings.stream()
        .filter(marking -> marking.when().test(at))
        .forEach(marking -> mark(marking, place, columns));
  }

  private static void mark(Marking marking, int place, Map<String, Column> columns) {
    if (marking.withoutValue()) {
      Column.of(columns, marking.factor()).values()[place] = Double.NaN;
    } else {
      Column.of(columns, marking.factor()).flags()[place] = new DataFlag(marking.mark());
    }
  }

  private Shape shape(String factor) {
    @Nullable Shape shape = plant.shapes.get(factor);
    return shape == null ? Shape.sound() : shape;
  }

  /** Minute of the daily check, or -1. */
  private int gasMinute(Instant at) {
    LocalTime time = at.atOffset(BeijingTime.OFFSET).toLocalTime();
    long minute = Duration.between(GAS_CHECK, time).toMinutes();
    return minute >= 0 && minute < GasPlan.MINUTES && !plant.gas.missed.test(day(at))
        ? (int) minute
        : -1;
  }

  private int day(Instant at) {
    return (int) Duration.between(plant.from(), at).toDays();
  }

  private double gas(String factor, Instant at, int minute) {
    boolean nox = factor.equals(Plant.NOX);
    return plant.gas.reading(nox, day(at), minute, nox ? 200 : 100, plant.noise);
  }

  /** With the source running. */
  private double there(String factor, double load, Instant at) {
    return switch (factor) {
      case Plant.NOX -> Math.max(0, series.nox(at) + wobble(factor, 1.5, at));
      case Plant.CO -> Math.max(0, series.co(at) + wobble(factor, 0.05, at));
      case Plant.OXYGEN -> 15.6 - 1.4 * load + wobble(factor, 0.1, at);
      case Plant.TEMPERATURE -> 90 + 12 * load + wobble(factor, 0.6, at);
      case Plant.FLOW -> flow(load, at);
      case Plant.LOAD -> 30 + 70 * load + wobble(factor, 0.5, at);
      default -> velocity(load, at);
    };
  }

  private double flow(double load, Instant at) {
    return 20 + 30 * load + wobble(Plant.FLOW, 0.4, at);
  }

  /** The flow brought from standard state to the duct, over its true area. */
  private double velocity(double load, Instant at) {
    double warmer = (273 + 90 + 12 * load) / 273;
    return flow(load, at) * warmer / 0.92 / Plant.trueArea();
  }

  private double idle(String factor, Instant at) {
    return switch (factor) {
      case Plant.OXYGEN -> IDLE_AIR + wobble(factor, 0.05, at);
      case Plant.TEMPERATURE -> 35 + wobble(factor, 0.6, at);
      case Plant.NOX, Plant.CO -> Math.abs(wobble(factor, 0.4, at));
      default -> Math.abs(wobble(factor, 0.2, at));
    };
  }

  private double wobble(String factor, double size, Instant at) {
    return plant.noise.of(factor).within(size, at.getEpochSecond());
  }

  /** As the logger sends it. */
  static double rounded(String factor, double value) {
    double unit =
        switch (factor) {
          case Plant.CO -> 1000;
          case Plant.VELOCITY -> 100;
          default -> 10;
        };
    return Math.round(value * unit) / unit;
  }
}
