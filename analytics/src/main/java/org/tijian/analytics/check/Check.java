package org.tijian.analytics.check;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Rule;

/** How one kind of rule is judged. */
interface Check {

  /** What a rule must give and say for this check. */
  CheckForm form();

  /**
   * Name of the question a rule answers. Rules for the tiers of one question share it, and only one
   * of their answers is kept; all others stand alone.
   */
  default String question(Rule rule) {
    return rule.id();
  }

  /**
   * @param instrument the instrument of the judged factor, or null for the outlet as a whole
   */
  Judgement judge(Rule rule, @Nullable Instrument instrument, Material material);

  /** A check of an instrument; never asked without one. */
  interface OfInstrument extends Check {
    Judgement judgeInstrument(Rule rule, Instrument instrument, Material material);

    @Override
    default Judgement judge(Rule rule, @Nullable Instrument instrument, Material material) {
      return instrument == null
          ? Judgement.cannotTell(Reason.NO_INSTRUMENT)
          : judgeInstrument(rule, instrument, material);
    }
  }
}
