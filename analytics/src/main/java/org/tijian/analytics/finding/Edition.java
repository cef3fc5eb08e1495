package org.tijian.analytics.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.standard.Rule;

/**
 * By which rules a span is judged (版本): those of some standards, with the limits of a day.
 *
 * @param standards names such as {@code GB 13223-2011}; empty for all
 * @param asOf the day whose limits judge everything; null for each limit in its own time
 */
public record Edition(Set<String> standards, @Nullable LocalDate asOf) {
  /** All standards, each limit in its own time. */
  public static final Edition OF_ITS_DAY = new Edition(Set.of(), null);

  public Edition {
    standards = Set.copyOf(standards);
  }

  /** What of the rules belongs to it. */
  public List<Rule> of(List<Rule> rules) {
    return rules.stream()
        .filter(rule -> standards.isEmpty() || standards.contains(rule.standard()))
        .flatMap(rule -> dated(rule).stream())
        .toList();
  }

  private Optional<Rule> dated(Rule rule) {
    return asOf == null ? Optional.of(rule) : rule.asOn(asOf);
  }
}
