package org.tijian.analytics.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * One requirement of a standard as data.
 *
 * @param id for ever; a retired rule keeps its id
 * @param check name of the check that knows how to judge it; {@link #MANUAL} for an item that an
 *     expert looks at
 * @param comparison how the answer to such an item stands to its limit; null for other rules
 * @param factors factor codes it speaks of; empty means the outlet as a whole
 * @param parameters what the check must know beyond the limit, for example the bounds of a tier
 * @param limits dated limits; 1 {@link #YES_OR_NO} for an item that is answered with yes or no
 * @param applies which outlets and instruments it speaks of, beyond the factors
 * @param measure how data answer an item that nobody has to go and look at; null if none can
 * @param confirmation who looked it up, or null; see {@link RuleBook#confirmed}
 */
public record Rule(
    String id,
    Origin origin,
    Force force,
    String check,
    @Nullable Comparison comparison,
    List<String> factors,
    Map<String, Double> parameters,
    List<Limit> limits,
    Words words,
    Applies applies,
    @Nullable MeasuredBy measure,
    @Nullable Confirmation confirmation) {

  /** The check of a checklist item: somebody looks and answers. */
  public static final String MANUAL = "manual";

  /** Unit of an answer that is yes (1) or no (0). */
  public static final String YES_OR_NO = "yes/no";

  public Rule {
    factors = List.copyOf(factors);
    parameters = Map.copyOf(parameters);
    limits = List.copyOf(limits);
  }

  public String standard() {
    return origin.standard();
  }

  public String edition() {
    return origin.edition();
  }

  public @Nullable String clause() {
    return origin.clause();
  }

  public Provenance provenance() {
    return origin.provenance();
  }

  public List<String> sources() {
    return origin.sources();
  }

  public LocalName title() {
    return words.title();
  }

  /** What to do when it is not met, or null. */
  public @Nullable LocalName advice() {
    Advice advice = words.advice();
    return advice == null ? null : advice.text();
  }

  public boolean isManual() {
    return check.equals(MANUAL);
  }

  /**
   * What may be behind it when it is not met, innocent causes first; empty if there is no guess.
   */
  public List<LocalName> causes() {
    return words.causes();
  }

  /**
   * Whether a verdict by this rule counts, or only points: nobody has seen the text of an
   * unverified rule, until somebody confirms it; a threshold of our own has no text.
   */
  public boolean counts() {
    return provenance() != Provenance.OWN
        && (provenance() != Provenance.UNVERIFIED || confirmation != null);
  }

  /**
   * @return a parameter that the check requires, so that a rule that was read has it
   */
  public Double parameter(String name) {
    Double value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("%s has no parameter %s".formatted(id, name));
    }
    return value;
  }

  /** The sentence for an outcome of the rule's check; a rule that was read has all of them. */
  public LocalName saying(String outcome) {
    LocalName sentence = words.says().get(outcome);
    if (sentence == null) {
      throw new IllegalArgumentException("%s says nothing for %s".formatted(id, outcome));
    }
    return sentence;
  }

  public Optional<Limit> limitOn(LocalDate day) {
    return limits.stream().filter(limit -> limit.isInForceOn(day)).findFirst();
  }

  /** Whether one of its limits is in force on the day. */
  public boolean speaksOn(LocalDate day) {
    return limitOn(day).isPresent();
  }

  /**
   * The same rule with the limit of a day for all time, to judge other days by it; empty if none
   * was in force on that day.
   */
  public Optional<Rule> asOn(LocalDate day) {
    return limitOn(day).map(limit -> with(List.of(limit.always())));
  }

  /** Whether its last limit had ended before the day: a rule of an edition that was replaced. */
  public boolean endedBefore(LocalDate day) {
    return limits.stream().allMatch(limit -> limit.endedBefore(day));
  }

  private Rule with(List<Limit> dated) {
    return new Rule(
        id,
        origin,
        force,
        check,
        comparison,
        factors,
        parameters,
        dated,
        words,
        applies,
        measure,
        confirmation);
  }

  /** The same rule, confirmed; another edition's confirmation, or a later one, changes nothing. */
  Rule confirmed(Confirmation by, Instant asOf) {
    boolean speaksOfThis = by.ruleId().equals(id) && by.edition().equals(edition());
    return speaksOfThis && !by.at().isAfter(asOf)
        ? new Rule(
            id,
            origin,
            force,
            check,
            comparison,
            factors,
            parameters,
            limits,
            words,
            applies,
            measure,
            by)
        : this;
  }
}
