package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.DatedRecord;
import org.tijian.analytics.finding.DatedRecord.Kind;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.Rule;

/** What the operation log and the papers tell: time since, how long it took, expiry, last value. */
final class RecordMeasures {
  private RecordMeasures() {}

  static void addTo(Map<String, Measure> measures) {
    for (Kind kind : Kind.values()) {
      measures.put("since " + kind.word(), since(kind));
      measures.put("longest " + kind.word(), longest(kind));
      measures.put("in-date " + kind.word(), inDate(kind));
      measures.put("latest " + kind.word(), latest(kind));
      measures.put("error " + kind.word(), error(kind));
    }
  }

  /** Lines of a kind that speak of the instrument, begun before the end of the span. */
  static List<DatedRecord> of(Kind kind, @Nullable Instrument instrument, Material material) {
    return material.dossier().records().stream()
        .filter(line -> line.kind() == kind && line.from().isBefore(material.until()))
        .filter(line -> speaksOf(line, instrument))
        .sorted(Comparator.comparing(DatedRecord::from))
        .toList();
  }

  private static boolean speaksOf(DatedRecord line, @Nullable Instrument instrument) {
    String factor = line.factor();
    return instrument == null || factor == null || factor.equals(instrument.factor());
  }

  static Optional<DatedRecord> newest(
      Kind kind, @Nullable Instrument instrument, Material material) {
    List<DatedRecord> lines = of(kind, instrument, material);
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
  }

  private static String unit(Rule rule) {
    return rule.limits().get(0).quantity().unit();
  }

  private static Measure since(Kind kind) {
    return (rule, instrument, material) ->
        newest(kind, instrument, material)
            .flatMap(
                line -> {
                  OptionalDouble time = Elapsed.in(unit(rule), line.from(), material.until());
                  return time.isEmpty()
                      ? Optional.empty()
                      : Optional.of(lasted(rule, line.from(), material.until(), time, 1));
                });
  }

  /** One that has not ended lasts until the end of the span. */
  private static Measure longest(Kind kind) {
    return (rule, instrument, material) -> {
      List<DatedRecord> lines =
          of(kind, instrument, material).stream()
              .filter(line -> end(line, material).isAfter(material.from()))
              .toList();
      return lines.stream()
          .max(Comparator.comparing(line -> Duration.between(line.from(), end(line, material))))
          .flatMap(
              line -> {
                Instant end = end(line, material);
                OptionalDouble time = Elapsed.in(unit(rule), line.from(), end);
                return time.isEmpty()
                    ? Optional.empty()
                    : Optional.of(lasted(rule, line.from(), end, time, lines.size()));
              });
    };
  }

  private static Instant end(DatedRecord line, Material material) {
    Instant until = line.until();
    return until == null || until.isAfter(material.until()) ? material.until() : until;
  }

  private static Measured lasted(
      Rule rule, Instant from, Instant until, OptionalDouble time, int lines) {
    double found = time.getAsDouble();
    String sum = "%s - %s".formatted(Sentences.minute(until), Sentences.minute(from));
    return new Measured(
        "x = t_1 - t_0",
        List.of(input("N", "记录条数", "lines on record", lines, "1")),
        List.of(step("x", "经过的时间", "time gone by", sum, found, unit(rule))),
        new Quantity(found, unit(rule)),
        lines,
        from);
  }

  /** Yes if every newest paper of its instrument runs beyond the end of the span. */
  private static Measure inDate(Kind kind) {
    return (rule, instrument, material) ->
        newest(kind, instrument, material)
            .filter(line -> line.until() != null)
            .map(
                line -> {
                  Instant expiry = Objects.requireNonNull(line.until());
                  double days = Elapsed.in("d", material.until(), expiry).orElseThrow();
                  String sum =
                      "%s - %s"
                          .formatted(Sentences.minute(expiry), Sentences.minute(material.until()));
                  return new Measured(
                      "x = 1 (T > 0)",
                      List.of(),
                      List.of(step("T", "剩余有效期", "time until expiry", sum, days, "d")),
                      new Quantity(days > 0 ? 1 : 0, Rule.YES_OR_NO),
                      1,
                      expiry);
                });
  }

  private static Measure latest(Kind kind) {
    return (rule, instrument, material) ->
        newest(kind, instrument, material)
            .filter(line -> !Double.isNaN(line.value()))
            .map(
                line ->
                    new Measured(
                        "x = |v|",
                        List.of(input("v", "最近一次的数值", "newest value", line.value(), line.unit())),
                        List.of(),
                        new Quantity(Math.abs(line.value()), line.unit()),
                        1,
                        line.from()));
  }

  /** Of the newest reading, against its reference. */
  private static Measure error(Kind kind) {
    return (rule, instrument, material) ->
        newest(kind, instrument, material)
            .filter(line -> line.reference() > 0 && !Double.isNaN(line.value()))
            .map(
                line -> {
                  double found = Math.abs(line.value() - line.reference()) / line.reference() * 100;
                  String sum =
                      "|%s - %s| / %s × 100"
                          .formatted(
                              Steps.shown(line.value()),
                              Steps.shown(line.reference()),
                              Steps.shown(line.reference()));
                  return new Measured(
                      "x = |v - B| / B × 100",
                      List.of(
                          input("v", "读数", "reading", line.value(), line.unit()),
                          input("B", "标准值", "reference", line.reference(), line.unit())),
                      List.of(step("x", "相对误差", "relative error", sum, found, "%")),
                      new Quantity(found, "%"),
                      1,
                      line.from());
                });
  }
}
