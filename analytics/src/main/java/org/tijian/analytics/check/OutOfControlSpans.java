package org.tijian.analytics.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.OutOfControl;
import org.tijian.analytics.finding.OutOfControl.Convention;
import org.tijian.analytics.site.Instrument;

/**
 * Spans in which an analyser is out of control. One begins with a check beyond the out-of-control
 * limit, or with the last check before it that was not; it ends when the analyser is adjusted so
 * that the gas reads within the limit again, or with the next check that is not beyond it.
 */
public final class OutOfControlSpans {
  private static final int VALID_MINUTES = 45;
  private static final long HOUR = 3600;
  private static final double PERCENT = 100;

  private final Instrument instrument;
  private final Convention convention;
  private final Instant from;
  private final Instant until;
  private final List<Instant> valid;

  private OutOfControlSpans(
      Instrument instrument, Convention convention, Material material, List<Instant> valid) {
    this.instrument = instrument;
    this.convention = convention;
    this.from = material.from();
    this.until = material.until();
    this.valid = valid;
  }

  /**
   * @param zeroLimit out-of-control limit of the zero drift, per cent of full scale; null for none
   * @param spanLimit the same of the span drift
   */
  public static List<OutOfControl> of(
      Instrument instrument,
      Material material,
      Convention convention,
      @Nullable Double zeroLimit,
      @Nullable Double spanLimit) {
    OutOfControlSpans spans =
        new OutOfControlSpans(instrument, convention, material, validHours(instrument, material));
    List<OutOfControl> found = new ArrayList<>();
    List<DriftPoint> points = material.driftPoints(instrument);
    if (zeroLimit != null) {
      found.addAll(spans.of(Level.ZERO, points, zeroLimit));
    }
    if (spanLimit != null) {
      found.addAll(spans.of(Level.SPAN, points, spanLimit));
    }
    found.sort(java.util.Comparator.comparing(OutOfControl::detectedAt));
    return found;
  }

  /** Starts of the hours that would count but for this. */
  private static List<Instant> validHours(Instrument instrument, Material material) {
    return material.hours(instrument).stream()
        .filter(hour -> hour.values().count() >= VALID_MINUTES)
        .map(HourDigest::start)
        .toList();
  }

  private List<OutOfControl> of(Level level, List<DriftPoint> all, double limit) {
    List<DriftPoint> points = all.stream().filter(p -> p.level() == level).toList();
    List<OutOfControl> found = new ArrayList<>();
    Instant passed = from;
    @Nullable DriftPoint detected = null;
    for (DriftPoint point : points) {
      boolean beyond = Math.abs(point.driftPercent()) > limit;
      detected = beyond && detected == null ? point : detected;
      if (detected != null && (!beyond || isMended(point, limit))) {
        found.add(span(detected, passed, point.at(), true));
        detected = null;
      }
      passed = detected == null ? point.at() : passed;
    }
    if (detected != null) {
      found.add(span(detected, passed, until, false));
    }
    return found;
  }

  private boolean isMended(DriftPoint point, double limit) {
    double off = Math.abs(point.after() - point.gas()) / instrument.fullScale() * PERCENT;
    return point.after() != point.before() && off <= limit;
  }

  private OutOfControl span(DriftPoint detected, Instant passed, Instant end, boolean ended) {
    Instant begun = convention == Convention.FROM_DETECTION ? detected.at() : passed;
    int hours = hours(begun, end).size();
    return new OutOfControl(
        detected.level(), begun, end, detected.at(), detected.driftPercent(), ended, hours);
  }

  private List<Instant> hours(Instant begun, Instant end) {
    return valid.stream()
        .filter(hour -> hour.isBefore(end) && hour.plusSeconds(HOUR).isAfter(begun))
        .toList();
  }

  /** Valid hours that any of the spans touches, each once. */
  static Set<Instant> hours(List<OutOfControl> spans, Instrument instrument, Material material) {
    Set<Instant> hours = new TreeSet<>();
    for (Instant hour : validHours(instrument, material)) {
      for (OutOfControl span : spans) {
        if (hour.isBefore(span.until()) && hour.plusSeconds(HOUR).isAfter(span.from())) {
          hours.add(hour);
        }
      }
    }
    return hours;
  }
}
