package org.tijian.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.calculate.Calculator;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.check.DriftReviews;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.digest.HourSource;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.Dossiers;
import org.tijian.analytics.finding.DriftLimits;
import org.tijian.analytics.finding.DriftReview;
import org.tijian.analytics.finding.Edition;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.OutOfControl;
import org.tijian.analytics.finding.Replay;
import org.tijian.analytics.finding.SelfCheck;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.scenario.ScenarioTable;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.PlantData;
import org.tijian.analytics.standard.Applicability;
import org.tijian.analytics.standard.Applicability.Applicable;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Confirmation;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.OutletDescription;
import org.tijian.analytics.standard.ProofSpan;
import org.tijian.analytics.standard.ProofSpans;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;

/**
 * The front door of the core: readings and rules in, findings out. Holds the rules and nothing
 * else; safe to share between threads.
 */
public final class Analytics {
  private static final Duration JUDGED = Duration.ofDays(30);
  private static final ProofSpans PROOFS = ProofSpans.builtIn();

  private final CheckCatalogue checks;
  private final RuleBook rules;
  private final Factors factors;
  private final Dossiers dossiers;

  private Analytics(CheckCatalogue checks, RuleBook rules, Factors factors, Dossiers dossiers) {
    this.checks = checks;
    this.rules = rules;
    this.factors = factors;
    this.dossiers = dossiers;
  }

  /**
   * @throws org.tijian.analytics.standard.RuleBookException if a rule pack of the product is wrong
   */
  public static Analytics withBuiltInRules() {
    Factors factors = Factors.builtIn();
    CheckCatalogue checks = new CheckCatalogue(factors);
    return new Analytics(checks, RuleBook.builtIn(forms(checks)), factors, Dossiers.NONE);
  }

  /** What every rule of the product is read against. */
  static List<CheckForm> forms() {
    return forms(new CheckCatalogue(Factors.builtIn()));
  }

  private static List<CheckForm> forms(CheckCatalogue checks) {
    return Stream.concat(checks.forms().stream(), Calculator.forms().stream()).toList();
  }

  /**
   * The same, with the rules that somebody looked up in the bought standard up to a moment: they
   * count from then on.
   */
  public Analytics confirmed(Collection<Confirmation> confirmations, Instant asOf) {
    return new Analytics(checks, rules.confirmed(confirmations, asOf), factors, dossiers);
  }

  /** The same, with something known of outlets beside their readings. */
  public Analytics beside(Dossiers known) {
    return new Analytics(checks, rules, factors, known);
  }

  /** Which rules speak of an outlet on a day, and why. */
  public List<Applicable> applicability(OutletDescription outlet, LocalDate day) {
    return Applicability.of(rules.rules(), outlet, day);
  }

  /**
   * What a visitor would see today: every rule that speaks of the outlet, held against its last 30
   * days from a full hour on, or against the time since its first stored minute if that is shorter.
   * The minute that still runs is left out.
   */
  public SelfCheck selfCheck(
      Outlet outlet, Instant now, ReadingStore readings, List<AccuracyTest> accuracyTests) {
    return selfCheck(outlet, now, readings, HourSource.from(readings), accuracyTests);
  }

  /**
   * The same with hours that are kept, which costs what today's readings cost.
   *
   * @param hours of the same readings
   */
  public SelfCheck selfCheck(
      Outlet outlet,
      Instant now,
      ReadingStore readings,
      HourSource hours,
      List<AccuracyTest> accuracyTests) {
    Material material = material(outlet, now, readings, hours, accuracyTests);
    return new SelfCheck(
        outlet.id(),
        now,
        material.from(),
        material.until(),
        checks.judge(rules.rules(), outlet, material));
  }

  /**
   * The same span judged twice, by the rules of one day and by those of another: which verdicts
   * move, and why.
   */
  public Replay replay(
      Outlet outlet,
      Instant now,
      ReadingStore readings,
      List<AccuracyTest> accuracyTests,
      Edition before,
      Edition after) {
    Material material = material(outlet, now, readings, HourSource.from(readings), accuracyTests);
    return replay(outlet, OutletDescription.of(outlet), material, before, after);
  }

  /** The same of readings from anywhere. */
  Replay replay(
      Outlet outlet,
      OutletDescription described,
      Material material,
      Edition before,
      Edition after) {
    return Replay.of(
        before,
        after,
        edition -> checks.judge(edition.of(rules.rules()), outlet, described, material));
  }

  private Material material(
      Outlet outlet,
      Instant now,
      ReadingStore readings,
      HourSource hours,
      List<AccuracyTest> accuracyTests) {
    Instant until = now.truncatedTo(ChronoUnit.MINUTES);
    Instant earliest = fullHour(until.minus(JUDGED));
    Instant first =
        readings
            .span(outlet.id(), PeriodKind.MINUTE)
            .map(ReadingStore.Span::first)
            .orElse(Instant.MIN);
    Instant from = first.isAfter(earliest) && first.isBefore(until) ? first : earliest;
    return new Material(outlet.id(), from, until, readings, accuracyTests)
        .convertedTo(outlet.referenceOxygen())
        .with(dossiers.of(outlet, from, until))
        .beside(PlantData.of(outlet))
        .storedSince(first)
        .withHours(hours);
  }

  private static Instant fullHour(Instant moment) {
    Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(moment) ? hour : hour.plus(1, ChronoUnit.HOURS);
  }

  /** The planted-fault set, judged by these rules. */
  ScenarioTable scenarios() {
    return new ScenarioTable((outlet, material) -> checks.judge(rules.rules(), outlet, material));
  }

  /**
   * What the rules say of readings from anywhere.
   *
   * @param standards names such as {@code HJ 75-2017}; empty for all
   */
  List<Finding> judge(
      Outlet outlet, OutletDescription described, Material material, Set<String> standards) {
    List<Rule> chosen =
        rules.rules().stream()
            .filter(rule -> standards.isEmpty() || standards.contains(rule.standard()))
            .toList();
    return checks.judge(chosen, outlet, described, material);
  }

  /**
   * What the checks of an analyser in {@code [from, until)} say, with a look ahead and the spans in
   * which it was out of control; empty if the outlet has no instrument for the factor.
   */
  public Optional<DriftReview> driftReview(
      Outlet outlet,
      String factor,
      Instant from,
      Instant until,
      ReadingStore readings,
      OutOfControl.Convention counted) {
    Material material =
        new Material(outlet.id(), from, until, readings, List.of()).counting(counted);
    DriftLimits limits = driftLimits(factor, BeijingTime.dateOf(until));
    return outlet
        .instrument(factor)
        .map(instrument -> DriftReviews.of(material, instrument, limits));
  }

  /** The drift limits in force on a day. */
  public DriftLimits driftLimits(String factor, LocalDate on) {
    Optional<Limit> zero = limit(CheckCatalogue.ZERO_DRIFT, factor, on);
    Optional<Limit> span = limit(CheckCatalogue.SPAN_DRIFT, factor, on);
    return new DriftLimits(
        value(zero.map(Limit::quantity)),
        value(span.map(Limit::quantity)),
        value(zero.map(Limit::outOfControl)),
        value(span.map(Limit::outOfControl)));
  }

  /**
   * What proves that an improvement item is done.
   *
   * @return empty if the rule is not known, or is of the kind that no reading can show
   */
  public Optional<ProofSpan> proofSpan(String ruleId) {
    return rules.rule(ruleId).flatMap(rule -> PROOFS.of(rule.check()));
  }

  /** Names and units of the factors. */
  public Factors factors() {
    return factors;
  }

  /** Every rule the product knows, with its provenance. */
  public List<Rule> rules() {
    return rules.rules();
  }

  private Optional<Limit> limit(String check, String factor, LocalDate on) {
    return rules.rules(check, factor).stream().flatMap(r -> r.limitOn(on).stream()).findFirst();
  }

  private static @Nullable Double value(Optional<Quantity> quantity) {
    return quantity.map(Quantity::value).orElse(null);
  }
}
