package org.tijian.analytics.standard;

import java.util.Set;

/**
 * What a rule must say so that a check can judge it. The rule book refuses a rule that does not fit
 * the form of its check.
 *
 * @param name the name rules call the check by
 * @param required parameters that every rule gives
 * @param optional parameters that a rule may give
 * @param outcomes every outcome the check can come to, as keys of {@link Rule#says()}
 * @param placeholders what may stand in braces in the sentences of {@code met} and {@code not-met}
 * @param measures what {@code measured-by} of a rule may say; empty for checks that read data
 *     anyhow
 */
public record CheckForm(
    String name,
    Set<String> required,
    Set<String> optional,
    Set<String> outcomes,
    Set<String> placeholders,
    Set<String> measures) {
  public CheckForm {
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
    outcomes = Set.copyOf(outcomes);
    placeholders = Set.copyOf(placeholders);
    measures = Set.copyOf(measures);
  }

  /** Of a check that reads data anyhow. */
  public CheckForm(
      String name,
      Set<String> required,
      Set<String> optional,
      Set<String> outcomes,
      Set<String> placeholders) {
    this(name, required, optional, outcomes, placeholders, Set.of());
  }
}
