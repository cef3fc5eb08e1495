package org.tijian.analytics.standard;

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
 * @param standard for example {@code HJ 75-2017}
 * @param edition year of the edition
 * @param clause null where the clause number was not read; never guessed
 * @param check name of the check that knows how to judge it
 * @param factors factor codes it speaks of; empty means the outlet as a whole
 * @param parameters what the check must know beyond the limit, for example the bounds of a tier
 * @param limits dated limits
 * @param title what it is about
 * @param says sentence per outcome word, or {@code cannot-tell.<reason>}; placeholders {found}
 *     {limit} {readings} {at}
 * @param advice what to do when it is not met, or null
 * @param sources keys of the sources
 */
public record Rule(
    String id,
    String standard,
    String edition,
    @Nullable String clause,
    Force force,
    String check,
    List<String> factors,
    Map<String, Double> parameters,
    List<Limit> limits,
    LocalName title,
    Map<String, LocalName> says,
    @Nullable LocalName advice,
    Provenance provenance,
    List<String> sources) {

  public Rule {
    factors = List.copyOf(factors);
    parameters = Map.copyOf(parameters);
    limits = List.copyOf(limits);
    says = Map.copyOf(says);
    sources = List.copyOf(sources);
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
    LocalName sentence = says.get(outcome);
    if (sentence == null) {
      throw new IllegalArgumentException("%s says nothing for %s".formatted(id, outcome));
    }
    return sentence;
  }

  public Optional<Limit> limitOn(LocalDate day) {
    return limits.stream().filter(limit -> limit.isInForceOn(day)).findFirst();
  }
}
