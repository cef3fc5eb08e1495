package org.tijian.analytics.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.shape.Noise;
import org.tijian.analytics.shape.Shape;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;

/**
 * A gas turbine's outlet: NOx and CO of the real series, all else synthesised from its energy
 * yield. What is planted changes what is there (load), what an instrument sees of it, how it is
 * marked, or what arrives.
 */
final class Plant {
  static final String NOX = "a21002";
  static final String CO = "a21005";
  static final String OXYGEN = "a19001";
  static final String VELOCITY = "a01011";
  static final String TEMPERATURE = "a01012";
  static final String FLOW = "a00000";

  /** The load as HJ 212-2017 annex B.10 names it, in per cent. */
  static final String LOAD = "i33400";

  static final List<String> FACTORS = List.of(NOX, CO, OXYGEN, VELOCITY, TEMPERATURE, FLOW, LOAD);

  /** From here on the real series makes no jump of its own for a hundred days. */
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 9);

  static final double NOX_PERMIT = 150;
  private static final double AREA = 6;

  final int days;
  final Noise noise;
  final Map<String, Shape> shapes = new HashMap<>();
  final Map<String, Shape> reported = new HashMap<>();
  final List<Marking> markings = new ArrayList<>();
  final GasPlan gas = new GasPlan();
  Shape load = Shape.sound();
  Shape conversion = Shape.sound();
  Predicate<Instant> stopped = at -> false;
  Predicate<Instant> lost = at -> false;
  boolean stopIsMarked = true;
  private double permit = NOX_PERMIT;
  private @Nullable Double referenceOxygen = 15.0;
  private double area = AREA;

  /** A mark on one factor while something holds; the value stays. */
  record Marking(String factor, String mark, Predicate<Instant> when, boolean withoutValue) {}

  Plant(int days, long seed) {
    this.days = days;
    this.noise = new Noise(seed);
  }

  Instant from() {
    return BeijingTime.startOf(FIRST_DAY);
  }

  Instant until() {
    return from().plus(Duration.ofDays(days));
  }

  /** Moment of the plant's time. */
  Instant at(int day, int hour) {
    return from().plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
  }

  /** What an instrument sees of what is there. */
  Plant sees(String factor, Shape shape) {
    shapes.merge(factor, shape, Shape::then);
    return this;
  }

  /** What the logger makes of an hour's mean. */
  Plant reports(String factor, Shape hours) {
    reported.put(factor, hours);
    return this;
  }

  /** The share of full load, 0 to 1, that there is of the real one. */
  Plant runs(Shape share) {
    load = share;
    return this;
  }

  /** The source stands still. */
  Plant stands(Predicate<Instant> when) {
    stopped = when;
    return this;
  }

  Plant marks(String factor, String mark, Predicate<Instant> when) {
    markings.add(new Marking(factor, mark, when, false));
    return this;
  }

  /** No number for a factor, whatever its mark. */
  Plant lacks(String factor, Predicate<Instant> when) {
    markings.add(new Marking(factor, "", when, true));
    return this;
  }

  Plant loses(Predicate<Instant> when) {
    lost = when;
    return this;
  }

  /** What the logger makes of the factor of conversion. */
  Plant converts(Shape factor) {
    conversion = factor;
    return this;
  }

  /** Without conversion, and with another limit of the permit. */
  Plant permitted(double limit) {
    permit = limit;
    referenceOxygen = null;
    return this;
  }

  Plant section(double squareMetres) {
    area = squareMetres;
    return this;
  }

  static double trueArea() {
    return AREA;
  }

  Outlet outlet() {
    return new Outlet(
        1,
        1,
        "DA001",
        new LocalName("燃气轮机排口", "gas turbine outlet"),
        referenceOxygen,
        area,
        1.0,
        true,
        List.of(
            analyser(NOX, "NOx", 200, GasPlan.NOX_SPAN, permit),
            analyser(CO, "CO", 100, GasPlan.CO_SPAN, null),
            sensor(OXYGEN, "O2", "%", 25),
            sensor(VELOCITY, "velocity", "m/s", 40),
            sensor(TEMPERATURE, "temperature", "℃", 300),
            sensor(FLOW, "flow", "m3/s", 100)));
  }

  private static Instrument analyser(
      String factor, String name, double fullScale, double spanGas, @Nullable Double limit) {
    return new Instrument(
        factor,
        new LocalName(name, name),
        "mg/m3",
        fullScale,
        0,
        spanGas,
        Instrument.Design.EXTRACTIVE,
        true,
        limit);
  }

  private static Instrument sensor(String factor, String name, String unit, double fullScale) {
    return new Instrument(
        factor,
        new LocalName(name, name),
        unit,
        fullScale,
        0,
        null,
        Instrument.Design.NONE,
        false,
        null);
  }
}
