package org.tijian.analytics.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Condition;
import org.tijian.analytics.standard.Equipment;
import org.tijian.analytics.standard.OutletDescription;
import org.tijian.analytics.standard.Rule;

/** Chooses what of an outlet a rule judges. */
final class Selection {
  private Selection() {}

  /**
   * The instruments a rule speaks of; one null for the outlet as a whole. A rule that asks for what
   * nobody described of the outlet is left out: it may not apply.
   */
  static List<@Nullable Instrument> of(Rule rule, Outlet outlet, OutletDescription described) {
    List<@Nullable Instrument> judged = new ArrayList<>();
    if (rule.factors().isEmpty() && applies(rule, described, null)) {
      judged.add(null);
    }
    for (Instrument instrument : outlet.instruments()) {
      if (rule.factors().contains(instrument.factor()) && applies(rule, described, instrument)) {
        judged.add(instrument);
      }
    }
    return judged;
  }

  private static boolean applies(
      Rule rule, OutletDescription described, @Nullable Instrument instrument) {
    @Nullable Equipment equipment = instrument == null ? null : Equipment.of(instrument);
    return rule.applies().to(described, equipment).truth() == Condition.Truth.YES;
  }
}
