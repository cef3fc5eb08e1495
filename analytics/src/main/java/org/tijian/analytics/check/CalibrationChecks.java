package org.tijian.analytics.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.GasCheck;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.statistic.Drift;

/**
 * Reads zero and span checks out of minutes that are marked as calibration.
 *
 * <p>Minutes marked C that follow each other form a sequence: zero gas before adjustment, span gas
 * before adjustment and, if the analyser was adjusted, zero and span gas once more. A minute
 * belongs to the gas its value is nearer to; the last minute of a plateau is its reading, because
 * then the cell is full of gas.
 */
final class CalibrationChecks {
  /** Minutes marked C that lie further apart belong to two sequences. */
  private static final Duration SAME_SEQUENCE = Duration.ofMinutes(30);

  private final Instrument instrument;
  private final Map<Level, Double> previousAfter = new EnumMap<>(Level.class);
  private final List<DriftPoint> points = new ArrayList<>();

  private CalibrationChecks(Instrument instrument) {
    this.instrument = instrument;
    previousAfter.put(Level.ZERO, instrument.zeroGas());
    Double span = instrument.spanGas();
    if (span != null) {
      previousAfter.put(Level.SPAN, span);
    }
  }

  /**
   * @return in order of time; within a sequence zero before span
   */
  static List<DriftPoint> in(Series minutes, Instrument instrument) {
    CalibrationChecks checks = new CalibrationChecks(instrument);
    List<Plateau> sequence = new ArrayList<>();
    for (int i = 0; i < minutes.size(); i++) {
      if (minutes.flag()[i].equals(DataFlag.CALIBRATION) && !Double.isNaN(minutes.value()[i])) {
        sequence = checks.add(sequence, minutes.at()[i], minutes.value()[i]);
      }
    }
    checks.close(sequence);
    return List.copyOf(checks.points);
  }

  /** The same from a log, in order of time. */
  static List<DriftPoint> of(List<GasCheck> log, Instrument instrument) {
    CalibrationChecks checks = new CalibrationChecks(instrument);
    log.forEach(checks::add);
    return List.copyOf(checks.points);
  }

  private void add(GasCheck check) {
    Double reference = previousAfter.get(check.level());
    if (reference != null) {
      points.add(point(check, reference));
      previousAfter.put(check.level(), check.after());
    }
  }

  private List<Plateau> add(List<Plateau> sequence, Instant at, double value) {
    Plateau minute = new Plateau(levelOf(value), at, value);
    if (sequence.isEmpty()) {
      sequence.add(minute);
      return sequence;
    }
    Plateau last = sequence.get(sequence.size() - 1);
    if (Duration.between(last.end(), at).compareTo(SAME_SEQUENCE) > 0) {
      close(sequence);
      return new ArrayList<>(List.of(minute));
    }
    if (last.level() == minute.level()) {
      sequence.set(sequence.size() - 1, minute);
    } else {
      sequence.add(minute);
    }
    return sequence;
  }

  /** Without a span gas the middle of the range parts the two. */
  private Level levelOf(double value) {
    Double gas = instrument.spanGas();
    double span = gas == null ? instrument.fullScale() : gas;
    return Math.abs(value - instrument.zeroGas()) <= Math.abs(value - span)
        ? Level.ZERO
        : Level.SPAN;
  }

  private void close(List<Plateau> sequence) {
    for (Level level : Level.values()) {
      List<Plateau> plateaus = sequence.stream().filter(p -> p.level() == level).toList();
      if (!plateaus.isEmpty()) {
        Plateau before = plateaus.get(0);
        double after = plateaus.get(plateaus.size() - 1).reading();
        add(new GasCheck(before.end(), level, before.reading(), after));
      }
    }
  }

  private DriftPoint point(GasCheck check, double reference) {
    double drift = Drift.percentOfFullScale(check.before(), reference, instrument.fullScale());
    return new DriftPoint(
        check.at(),
        check.level(),
        gas(check.level()),
        check.before(),
        check.after(),
        reference,
        drift);
  }

  private double gas(Level level) {
    @Nullable Double span = instrument.spanGas();
    return level == Level.ZERO || span == null ? instrument.zeroGas() : span;
  }

  /**
   * Minutes of one gas.
   *
   * @param end start of the last minute
   * @param reading value of the last minute
   */
  private record Plateau(Level level, Instant end, double reading) {}
}
