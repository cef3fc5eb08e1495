package org.tijian.analytics.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Factors;
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
    add(new CompletenessCheck());
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
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Rule rule : rules) {
      Check check = byName.get(rule.check());
      if (check != null) {
        for (@Nullable Instrument judged : judged(rule, outlet)) {
          keep(findings, check.question(rule), finding(check, rule, judged, material));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  /** The instruments a rule speaks of; one null for the outlet as a whole. */
  private static List<@Nullable Instrument> judged(Rule rule, Outlet outlet) {
    List<@Nullable Instrument> judged = new ArrayList<>();
    if (rule.factors().isEmpty()) {
      judged.add(null);
    }
    for (Instrument instrument : outlet.instruments()) {
      if (rule.factors().contains(instrument.factor())) {
        judged.add(instrument);
      }
    }
    return judged;
  }

  private static void keep(Map<String, Finding> findings, String question, Finding finding) {
    String key = question + ":" + finding.factor();
    Finding standing = findings.get(key);
    if (standing == null || isOtherTier(standing.outcome())) {
      findings.put(key, finding);
    }
  }

  private static boolean isOtherTier(Outcome outcome) {
    return outcome instanceof Outcome.NotApplicable notApplicable
        && notApplicable.reason() == Reason.OTHER_TIER;
  }

  static Finding finding(
      Check check, Rule rule, @Nullable Instrument instrument, Material material) {
    Judgement judgement = check.judge(rule, instrument, material);
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
        advice);
  }
}
