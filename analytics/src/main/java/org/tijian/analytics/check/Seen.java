package org.tijian.analytics.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.finding.Stretch;

/** What a screen saw: a figure with its working, or why there is none. Built up once, then read. */
final class Seen {
  private final @Nullable Reason unknown;
  private final double found;
  private final String formula;
  private final List<Step> inputs = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private List<Stretch> stretches = List.of();
  private @Nullable Instant at;
  private int readings;

  private Seen(@Nullable Reason unknown, double found, String formula) {
    this.unknown = unknown;
    this.found = found;
    this.formula = formula;
  }

  static Seen nothing(Reason reason) {
    return new Seen(reason, Double.NaN, "");
  }

  /**
   * @param found in the unit of the rule's limit
   */
  static Seen of(double found, String formula) {
    return new Seen(null, found, formula);
  }

  /** Adds an input; a value that is missing is left out. */
  Seen with(String symbol, String zh, String en, double value, String unit) {
    if (Double.isFinite(value)) {
      inputs.add(Steps.input(symbol, zh, en, value, unit));
    }
    return this;
  }

  /** Adds an intermediate value; one that is missing is left out. */
  Seen gives(String symbol, String zh, String en, String expression, double value, String unit) {
    if (Double.isFinite(value)) {
      steps.add(Steps.step(symbol, zh, en, expression, value, unit));
    }
    return this;
  }

  /**
   * @param count values that went in
   */
  Seen from(int count) {
    readings = count;
    return this;
  }

  Seen at(@Nullable Instant moment) {
    at = moment;
    return this;
  }

  /** The stretches it speaks of, and the first of them as its moment unless it has one. */
  Seen during(List<Stretch> when) {
    stretches = when;
    at = at == null && !when.isEmpty() ? when.get(0).from() : at;
    return this;
  }

  /** The same of hours that need not follow each other. */
  Seen duringHours(Collection<Instant> starts) {
    return during(Stretch.ofHours(starts));
  }

  @Nullable Reason unknown() {
    return unknown;
  }

  double found() {
    return found;
  }

  String formula() {
    return formula;
  }

  List<Step> inputs() {
    return inputs;
  }

  List<Step> steps() {
    return steps;
  }

  List<Stretch> stretches() {
    return stretches;
  }

  @Nullable Instant moment() {
    return at;
  }

  int readings() {
    return readings;
  }
}
