package org.tijian.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.DriftLimits;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.SelfCheck;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Factors;

/**
 * The front door of the core: readings and rules in, findings out. Holds the rules and nothing
 * else; safe to share between threads.
 */
public final class Analytics {
  private static final Duration JUDGED = Duration.ofDays(30);

  private final Factors factors;

  private Analytics(Factors factors) {
    this.factors = factors;
  }

  /**
   * @throws org.tijian.analytics.standard.RuleBookException if a rule pack of the product is wrong
   */
  public static Analytics withBuiltInRules() {
    return new Analytics(Factors.builtIn());
  }

  /**
   * What a visitor would see today: every rule that speaks of the outlet, held against its last 30
   * days, or against the time since its first stored minute if that is shorter.
   */
  public SelfCheck selfCheck(
      Outlet outlet, Instant now, ReadingStore readings, List<AccuracyTest> accuracyTests) {
    Instant from =
        readings
            .span(outlet.id(), PeriodKind.MINUTE)
            .map(ReadingStore.Span::first)
            .filter(first -> first.isAfter(now.minus(JUDGED)))
            .orElse(now.minus(JUDGED));
    return new SelfCheck(outlet.id(), now, from, now, List.of());
  }

  /**
   * Zero and span checks of an analyser in {@code [from, until)}, read from the minutes marked as
   * calibration; empty if the outlet has no instrument for the factor.
   */
  public List<DriftPoint> driftHistory(
      Outlet outlet, String factor, Instant from, Instant until, ReadingStore readings) {
    return List.of();
  }

  /** The drift limits in force on a day. */
  public DriftLimits driftLimits(String factor, LocalDate on) {
    return new DriftLimits(null, null, null, null);
  }

  /** Names and units of the factors. */
  public Factors factors() {
    return factors;
  }
}
