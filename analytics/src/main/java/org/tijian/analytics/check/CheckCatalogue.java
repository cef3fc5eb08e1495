package org.tijian.analytics.check;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.OutletDescription;
import org.tijian.analytics.standard.Rule;

/** All checks, by the names rules call them by. */
public final class CheckCatalogue {
  /** Names of the two drift checks, for whoever looks their limits up. */
  public static final String ZERO_DRIFT = "zero-drift";

  public static final String SPAN_DRIFT = "span-drift";

  private final Map<String, Check> byName = new LinkedHashMap<>();

  /**
   * @param factors names and units of what is monitored
   */
  public CheckCatalogue(Factors factors) {
    add(new DriftCheck(Level.ZERO, ZERO_DRIFT));
    add(new DriftCheck(Level.SPAN, SPAN_DRIFT));
    for (AccuracyMeasure measure : AccuracyMeasure.values()) {
      add(new AccuracyCheck(measure, factors));
    }
    add(new ValidHoursCheck());
    add(new CaptureRateCheck());
    add(new OnlineRateCheck());
    add(new CalibrationIntervalCheck());
    add(new VerificationIntervalCheck());
    add(new PairErrorCheck(true, factors));
    add(new PairErrorCheck(false, factors));
    add(new TransmissionCheck());
    add(new EmissionHourCheck());
    add(new PermitHourCheck());
    add(new CompletenessCheck());
    add(new DriftForecastCheck(Level.ZERO, "zero-drift-forecast"));
    add(new DriftForecastCheck(Level.SPAN, "span-drift-forecast"));
    add(new OutOfControlCheck());
    add(new MeasuredItem());
    Screens.all().forEach(this::add);
  }

  private void add(Check check) {
    byName.put(check.form().name(), check);
  }

  /** What rules have to give and say. */
  public Collection<CheckForm> forms() {
    return byName.values().stream().map(Check::form).toList();
  }

  /**
   * Holds every rule that a check of this catalogue knows against the outlet. Of the tiers of one
   * question the one that speaks is kept; where none does, the first, so that its reason is seen.
   */
  public List<Finding> judge(Collection<Rule> rules, Outlet outlet, Material material) {
    return judge(rules, outlet, OutletDescription.of(outlet), material);
  }

  /**
   * The same for an outlet of which more is known than the register tells.
   *
   * @param described what rules choose by, beyond the instruments
   */
  public List<Finding> judge(
      Collection<Rule> rules, Outlet outlet, OutletDescription described, Material material) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    material.of(outlet);
    LocalDate first = BeijingTime.dateOf(material.from());
    for (Rule rule : rules) {
      Check check = byName.get(rule.check());
      if (check != null && !rule.endedBefore(first)) {
        for (@Nullable Instrument judged : Selection.of(rule, outlet, described)) {
          Finding finding = finding(check, rule, judged, material);
          if (MeasuredItem.isAnswered(finding)) {
            keep(findings, check.question(rule), finding);
          }
        }
      }
    }
    return List.copyOf(findings.values());
  }

  /**
   * Holds an answer against an item of the checklist.
   *
   * @param answer in the unit of the item's limit; 1 for yes and 0 for no in unit {@link
   *     Rule#YES_OR_NO}; null if nobody answered
   * @param day day of the answer, in Beijing
   */
  public static Finding judgeAnswer(Rule item, @Nullable Quantity answer, LocalDate day) {
    if (!item.isManual()) {
      throw new IllegalArgumentException(item.id() + " is judged by data, not by an answer");
    }
    return finding(item, null, ManualItem.judge(item, answer, day));
  }

  private static void keep(Map<String, Finding> findings, String question, Finding finding) {
    String key = question + ":" + finding.factor();
    Finding standing = findings.get(key);
    if (standing == null || isOtherTier(standing.outcome()) || tellsMore(finding, standing)) {
      findings.put(key, finding);
    }
  }

  /** Of pairs spread over two tiers, the tier with enough of them speaks. */
  private static boolean tellsMore(Finding finding, Finding standing) {
    return standing.outcome() instanceof Outcome.CannotTell && finding.outcome().basis() != null;
  }

  private static boolean isOtherTier(Outcome outcome) {
    return outcome instanceof Outcome.NotApplicable notApplicable
        && notApplicable.reason() == Reason.OTHER_TIER;
  }

  static Finding finding(
      Check check, Rule rule, @Nullable Instrument instrument, Material material) {
    return finding(rule, instrument, check.judge(rule, instrument, material));
  }

  private static Finding finding(Rule rule, @Nullable Instrument instrument, Judgement judgement) {
    @Nullable String factor = instrument == null ? null : instrument.factor();
    @Nullable LocalName advice =
        judgement.outcome() instanceof Outcome.NotMet ? rule.advice() : null;
    LocalName sentence = rule.saying(judgement.saying());
    return new Finding(
        factor == null ? rule.id() : rule.id() + ":" + factor,
        rule,
        factor,
        judgement.outcome(),
        Sentences.fill(sentence, judgement),
        advice,
        judgement.details().andDependsOn(Inputs.of(rule.check(), factor)));
  }
}
