package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.shown;
import static org.tijian.analytics.check.Steps.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.Rule;

/** What the zero and span checks tell beyond drift: pauses between them, calibration error. */
final class CalibrationMeasures {
  private static final double PERCENT = 100;

  private CalibrationMeasures() {}

  static void addTo(Map<String, Measure> measures) {
    measures.put("pause zero", pause(Level.ZERO));
    measures.put("pause span", pause(Level.SPAN));
    measures.put("pause any", pause(null));
    Measure.OfInstrument ofSpan =
        (rule, instrument, material) -> error(rule, instrument, material, true);
    Measure.OfInstrument absolute =
        (rule, instrument, material) -> error(rule, instrument, material, false);
    Measure.OfInstrument zeroDrift = CalibrationMeasures::zeroDrift;
    measures.put("drift zero", zeroDrift);
    measures.put("calibration-error of-span", ofSpan);
    measures.put("calibration-error absolute", absolute);
  }

  private static Measure pause(@Nullable Level level) {
    Measure.OfInstrument measure =
        (rule, instrument, material) -> {
          List<Instant> checks = new ArrayList<>();
          for (DriftPoint point : material.driftPoints(instrument)) {
            if (level == null || point.level() == level) {
              checks.add(point.at());
            }
          }
          return checks.isEmpty() ? Optional.empty() : longest(rule, checks, material);
        };
    return measure;
  }

  private static Optional<Measured> longest(Rule rule, List<Instant> checks, Material material) {
    List<Instant> moments = new ArrayList<>(checks);
    moments.add(0, material.from());
    moments.add(material.until());
    String unit = rule.limits().get(0).quantity().unit();
    Instant start = material.from();
    Instant end = start;
    for (int i = 1; i < moments.size(); i++) {
      if (moments.get(i).getEpochSecond() - moments.get(i - 1).getEpochSecond()
          > end.getEpochSecond() - start.getEpochSecond()) {
        start = moments.get(i - 1);
        end = moments.get(i);
      }
    }
    double found = Elapsed.in(unit, start, end).orElse(Double.NaN);
    String sum = "%s - %s".formatted(Sentences.minute(end), Sentences.minute(start));
    return Double.isNaN(found)
        ? Optional.empty()
        : Optional.of(
            new Measured(
                "x = max(t_(i+1) - t_i)",
                List.of(input("N", "检查次数", "checks", checks.size(), "1")),
                List.of(step("x", "最长间隔", "longest pause", sum, found, unit)),
                new Quantity(found, unit),
                checks.size(),
                start));
  }

  private static Optional<Measured> error(
      Rule rule, Instrument instrument, Material material, boolean ofSpan) {
    List<DriftPoint> points = material.driftPoints(instrument);
    String unit = rule.limits().get(0).quantity().unit();
    double per = ofSpan ? instrument.fullScale() / PERCENT : 1;
    return points.stream()
        .max(Comparator.comparingDouble(p -> Math.abs(p.before() - p.gas())))
        .map(
            p -> {
              double found = Math.abs(p.before() - p.gas()) / per;
              String difference = "|%s - %s|".formatted(shown(p.gas()), shown(p.before()));
              String sum =
                  ofSpan
                      ? difference + " / %s × 100".formatted(shown(instrument.fullScale()))
                      : difference;
              return new Measured(
                  ofSpan ? "x = |R - A| / S × 100" : "x = |R - A|",
                  List.of(
                      input("R", "标准气体", "gas", p.gas(), instrument.unit()),
                      input(
                          "A", "校准前读数", "reading before adjustment", p.before(), instrument.unit()),
                      input("S", "满量程", "span", instrument.fullScale(), instrument.unit())),
                  List.of(step("x", "校准误差", "calibration error", sum, found, unit)),
                  new Quantity(found, unit),
                  points.size(),
                  p.at());
            });
  }

  private static Optional<Measured> zeroDrift(Rule rule, Instrument instrument, Material material) {
    List<DriftPoint> points =
        material.driftPoints(instrument).stream().filter(p -> p.level() == Level.ZERO).toList();
    return points.stream()
        .max(Comparator.comparingDouble(p -> Math.abs(p.driftPercent())))
        .map(
            p -> {
              double found = Math.abs(p.driftPercent());
              String sum =
                  "|%s - %s| / %s × 100"
                      .formatted(
                          shown(p.before()),
                          shown(p.previousAfter()),
                          shown(instrument.fullScale()));
              return new Measured(
                  "x = |Z_i - Z_0| / R × 100",
                  List.of(
                      input("R", "满量程", "full scale", instrument.fullScale(), instrument.unit())),
                  List.of(step("x", "零点漂移", "zero drift", sum, found, "%FS")),
                  new Quantity(found, "%FS"),
                  points.size(),
                  p.at());
            });
  }
}
