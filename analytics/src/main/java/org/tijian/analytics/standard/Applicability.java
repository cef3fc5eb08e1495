package org.tijian.analytics.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Condition.Answer;
import org.tijian.analytics.standard.Condition.Truth;

/** Which rules speak of an outlet, and why: the standards find the enterprise (适用性). */
public final class Applicability {
  private static final LocalName NOT_MONITORED =
      new LocalName("该排放口未监测此因子", "the outlet monitors none of its factors");

  private Applicability() {}

  /**
   * A rule and one instrument, or the outlet as a whole.
   *
   * @param factor factor of the instrument; null for the outlet as a whole
   */
  public record Applicable(Rule rule, @Nullable String factor, Answer answer) {}

  /**
   * Every rule with an answer for each instrument it could speak of, in the order of the rules.
   *
   * @param day a rule none of whose limits is in force on it does not speak
   */
  public static List<Applicable> of(
      Collection<Rule> rules, OutletDescription outlet, LocalDate day) {
    List<Applicable> all = new ArrayList<>();
    for (Rule rule : rules) {
      all.addAll(of(rule, outlet, day));
    }
    return List.copyOf(all);
  }

  private static List<Applicable> of(Rule rule, OutletDescription outlet, LocalDate day) {
    if (!rule.speaksOn(day)) {
      LocalName because =
          new LocalName(day + " 没有有效限值", "none of its limits is in force on " + day);
      return List.of(new Applicable(rule, null, new Answer(Truth.NO, because)));
    }
    if (rule.factors().isEmpty()) {
      return List.of(new Applicable(rule, null, rule.applies().to(outlet, null)));
    }
    List<Applicable> each =
        outlet.equipment().stream()
            .filter(equipment -> rule.factors().contains(equipment.factor()))
            .map(e -> new Applicable(rule, e.factor(), rule.applies().to(outlet, e)))
            .toList();
    return each.isEmpty()
        ? List.of(new Applicable(rule, null, new Answer(Truth.NO, NOT_MONITORED)))
        : each;
  }
}
