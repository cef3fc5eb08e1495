package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.shown;
import static org.tijian.analytics.check.Steps.step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tijian.analytics.finding.DatedRecord;
import org.tijian.analytics.finding.DatedRecord.Kind;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.Rule;

/**
 * Linearity error (线性误差) of the newest test: of low, middle and high gas the worst, as a share of
 * the gas or of the full scale.
 *
 * <pre>Le = (mean of the readings - gas) / gas * 100, or / R * 100</pre>
 */
final class InstrumentTestMeasures {
  /** Readings further back belong to an earlier test. */
  private static final Duration ONE_TEST = Duration.ofHours(24);

  private static final int LEVELS = 3;
  private static final double PERCENT = 100;

  private final boolean ofScale;

  private InstrumentTestMeasures(boolean ofScale) {
    this.ofScale = ofScale;
  }

  static void addTo(Map<String, Measure> measures) {
    Measure.OfInstrument gas = new InstrumentTestMeasures(false)::linearity;
    Measure.OfInstrument scale = new InstrumentTestMeasures(true)::linearity;
    Measure.OfInstrument repeats = InstrumentTestMeasures::repeats;
    measures.put("linearity of-gas", gas);
    measures.put("linearity of-scale", scale);
    measures.put("linearity repeats", repeats);
    for (int level = 0; level < LEVELS; level++) {
      int place = level;
      Measure.OfInstrument gasOfLevel =
          (rule, instrument, material) -> gas(place, instrument, material);
      measures.put("linearity " + List.of("low", "middle", "high").get(level), gasOfLevel);
    }
  }

  /** Readings by gas, lowest first; zero gas is no level. */
  private static TreeMap<Double, List<DatedRecord>> levels(
      Instrument instrument, Material material) {
    List<DatedRecord> lines =
        RecordMeasures.of(Kind.LINEARITY, instrument, material).stream()
            .filter(line -> line.reference() > 0 && !Double.isNaN(line.value()))
            .toList();
    if (lines.isEmpty()) {
      return new TreeMap<>();
    }
    Instant first = lines.get(lines.size() - 1).from().minus(ONE_TEST);
    return lines.stream()
        .filter(line -> line.from().isAfter(first))
        .collect(Collectors.groupingBy(DatedRecord::reference, TreeMap::new, Collectors.toList()));
  }

  private Optional<Measured> linearity(Rule rule, Instrument instrument, Material material) {
    Map<Double, List<DatedRecord>> levels = levels(instrument, material);
    if (levels.size() < LEVELS) {
      return Optional.empty();
    }
    List<Step> inputs = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    inputs.add(input("R", "满量程", "full scale", instrument.fullScale(), instrument.unit()));
    double worst = 0;
    int readings = 0;
    String unit = rule.limits().get(0).quantity().unit();
    for (Map.Entry<Double, List<DatedRecord>> level : levels.entrySet()) {
      double gas = level.getKey();
      double mean =
          level.getValue().stream().mapToDouble(DatedRecord::value).average().orElseThrow();
      double error = Math.abs(mean - gas) / (ofScale ? instrument.fullScale() : gas) * PERCENT;
      int i = steps.size() + 1;
      inputs.add(input("C_" + i, "标准气体", "gas", gas, instrument.unit()));
      inputs.add(input("A_" + i, "读数均值", "mean reading", mean, instrument.unit()));
      steps.add(
          step("Le_" + i, "线性误差", "linearity error", sum(mean, gas, instrument), error, unit));
      worst = Math.max(worst, error);
      readings += level.getValue().size();
    }
    Instant at = levels.values().iterator().next().get(0).from();
    return Optional.of(
        new Measured(
            ofScale
                ? "Le_i = |A_i - C_i| / R × 100, x = max"
                : "Le_i = |A_i - C_i| / C_i × 100, x = max",
            inputs,
            steps,
            new Quantity(worst, unit),
            readings,
            at));
  }

  private String sum(double mean, double gas, Instrument instrument) {
    return "|%s - %s| / %s × 100"
        .formatted(shown(mean), shown(gas), shown(ofScale ? instrument.fullScale() : gas));
  }

  private static Optional<Measured> repeats(Rule rule, Instrument instrument, Material material) {
    return levels(instrument, material).values().stream()
        .map(List::size)
        .min(Integer::compare)
        .map(
            fewest ->
                new Measured(
                    "x = min(n_i)",
                    List.of(),
                    List.of(),
                    new Quantity(fewest, rule.limits().get(0).quantity().unit()),
                    fewest,
                    null));
  }

  private static Optional<Measured> gas(int place, Instrument instrument, Material material) {
    List<Double> gases = List.copyOf(levels(instrument, material).keySet());
    if (gases.size() != LEVELS) {
      return Optional.empty();
    }
    double gas = gases.get(place);
    double share = gas / instrument.fullScale() * PERCENT;
    String sum = "%s / %s × 100".formatted(shown(gas), shown(instrument.fullScale()));
    return Optional.of(
        new Measured(
            "x = C / R × 100",
            List.of(
                input("C", "标准气体", "gas", gas, instrument.unit()),
                input("R", "满量程", "full scale", instrument.fullScale(), instrument.unit())),
            List.of(step("x", "占满量程", "share of full scale", sum, share, "%FS")),
            new Quantity(share, "%FS"),
            1,
            null));
  }
}
