package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.shown;
import static org.tijian.analytics.check.Steps.step;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.FiledParameter;
import org.tijian.analytics.finding.SideBySide;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rate;
import org.tijian.analytics.statistic.Rounding;

/**
 * Analyser, logger and platform at one moment (三方一致性), and settings against what is filed. What the
 * platform has is read from the stored minutes where nobody wrote it down.
 */
final class ComparisonMeasures {
  private static final double PERCENT = 100;

  private ComparisonMeasures() {}

  static void addTo(Map<String, Measure> measures) {
    measures.put(
        "differ analyser-logger",
        (rule, instrument, material) ->
            differ(rule, moments(material, (m, s) -> s.analyser(), (m, s) -> s.logger())));
    measures.put(
        "differ logger-platform",
        (rule, instrument, material) ->
            differ(rule, moments(material, (m, s) -> s.logger(), ComparisonMeasures::platform)));
    measures.put(
        "equal logger-platform",
        (rule, instrument, material) ->
            equal(rule, moments(material, (m, s) -> s.logger(), ComparisonMeasures::platform)));
    measures.put("parameters unchanged", (rule, instrument, material) -> unchanged(material));
  }

  private interface Side {
    @Nullable Double of(Material material, SideBySide moment);
  }

  private record Two(SideBySide moment, double a, double b) {
    /** Where one is zero and the other is not, nothing is relative to it: that is 100 %. */
    double percent() {
      return a == b ? 0 : a == 0 ? PERCENT : Math.abs(a - b) / Math.abs(a) * PERCENT;
    }
  }

  private static List<Two> moments(Material material, Side first, Side second) {
    Function<SideBySide, Optional<Two>> both =
        moment -> {
          Double a = first.of(material, moment);
          Double b = second.of(material, moment);
          return a == null || b == null ? Optional.empty() : Optional.of(new Two(moment, a, b));
        };
    return material.dossier().sideBySide().stream()
        .filter(m -> !m.at().isBefore(material.from()) && m.at().isBefore(material.until()))
        .flatMap(moment -> both.apply(moment).stream())
        .toList();
  }

  private static @Nullable Double platform(Material material, SideBySide moment) {
    Double written = moment.platform();
    if (written != null) {
      return written;
    }
    Series minutes = material.minutes(moment.factor());
    Instant minute = moment.at().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    int place = Arrays.binarySearch(minutes.at(), minute);
    return place < 0 || Double.isNaN(minutes.value()[place])
        ? null
        : Double.valueOf(minutes.value()[place]);
  }

  private static Optional<Measured> differ(Rule rule, List<Two> moments) {
    String unit = rule.limits().get(0).quantity().unit();
    return moments.stream()
        .max(java.util.Comparator.comparingDouble(Two::percent))
        .map(
            two -> {
              String sum =
                  "|%s - %s| / %s × 100".formatted(shown(two.a()), shown(two.b()), shown(two.a()));
              return new Measured(
                  "x = max(|A - B| / A × 100)",
                  List.of(
                      input("N", "比对点数", "moments compared", moments.size(), "1"),
                      input(
                          "A",
                          "前端数值（" + two.moment().factor() + "）",
                          "value nearer the gas, " + two.moment().factor(),
                          two.a(),
                          "1"),
                      input("B", "后端数值", "value further on", two.b(), "1")),
                  List.of(step("x", "相对差", "relative difference", sum, two.percent(), unit)),
                  new Quantity(two.percent(), unit),
                  moments.size(),
                  two.moment().at());
            });
  }

  /** Equal to one decimal. */
  private static Optional<Measured> equal(Rule rule, List<Two> moments) {
    if (moments.isEmpty()) {
      return Optional.empty();
    }
    List<Two> same =
        moments.stream()
            .filter(two -> Rounding.round(two.a(), 1) == Rounding.round(two.b(), 1))
            .toList();
    double found = Rate.percent(same.size(), moments.size());
    String sum = "%d / %d × 100".formatted(same.size(), moments.size());
    return Optional.of(
        new Measured(
            "x = N_1 / N × 100",
            List.of(
                input("N_1", "一致的点数（到一位小数）", "equal to one decimal", same.size(), "1"),
                input("N", "比对点数", "moments compared", moments.size(), "1")),
            List.of(step("x", "一致率", "share that is equal", sum, found, "%")),
            new Quantity(found, rule.limits().get(0).quantity().unit()),
            moments.size(),
            moments.stream()
                .filter(two -> !same.contains(two))
                .map(two -> two.moment().at())
                .findFirst()
                .orElse(null)));
  }

  private static Optional<Measured> unchanged(Material material) {
    List<FiledParameter> reported =
        material.dossier().parameters().stream()
            .filter(each -> each.at().isBefore(material.until()))
            .toList();
    if (reported.isEmpty()) {
      return Optional.empty();
    }
    List<FiledParameter> changed =
        reported.stream().filter(each -> !same(each.filed(), each.reported())).toList();
    List<org.tijian.analytics.finding.Step> inputs = new java.util.ArrayList<>();
    inputs.add(input("N", "核对的参数", "settings compared", reported.size(), "1"));
    inputs.add(input("n", "与备案不同的参数", "settings that differ", changed.size(), "1"));
    for (FiledParameter each : changed) {
      String text = "%s: %s → %s".formatted(each.name(), each.filed(), each.reported());
      inputs.add(input("p_" + (inputs.size() - 1), text, text, 1, "1"));
    }
    return Optional.of(
        new Measured(
            "x = 1 (n = 0)",
            inputs,
            List.of(),
            new Quantity(changed.isEmpty() ? 1 : 0, Rule.YES_OR_NO),
            reported.size(),
            changed.isEmpty() ? null : changed.get(0).at()));
  }

  /** 1.0 is 1; words count as they are written. */
  private static boolean same(String filed, String reported) {
    try {
      return new java.math.BigDecimal(filed).compareTo(new java.math.BigDecimal(reported)) == 0;
    } catch (NumberFormatException e) {
      return filed.equals(reported);
    }
  }
}
