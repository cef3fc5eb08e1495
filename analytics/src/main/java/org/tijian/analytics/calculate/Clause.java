package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.standard.Provenance;
import org.tijian.analytics.standard.Rule;

/**
 * Where a formula and its constants stand, and how sure we are of it.
 *
 * @param id for ever
 * @param clause null where none is known; never guessed, and only a place to look where the text
 *     was not read
 * @param constants limits and bounds by name, in the units of the formula
 */
record Clause(
    String id,
    String standard,
    String edition,
    @Nullable String clause,
    Provenance provenance,
    Map<String, BigDecimal> constants) {
  Clause {
    constants = Map.copyOf(constants);
  }

  static Clause of(Rule rule) {
    return new Clause(
        rule.id(), rule.standard(), rule.edition(), rule.clause(), rule.provenance(), Map.of());
  }

  /**
   * @return a constant that the calculation requires, so that a clause that was read has it
   */
  BigDecimal constant(String name) {
    BigDecimal value = constants.get(name);
    if (value == null) {
      throw new IllegalArgumentException("%s has no constant %s".formatted(id, name));
    }
    return value;
  }

  int whole(String name) {
    return constant(name).intValueExact();
  }
}
