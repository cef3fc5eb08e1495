package org.tijian.analytics.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.Rule;

/** A way in which data answer items of the checklist. */
interface Measure {

  /**
   * @param instrument the instrument of the judged factor, or null for the outlet as a whole
   * @return empty if the data at hand say nothing: the item is then left to whoever looks
   */
  Optional<Measured> of(Rule rule, @Nullable Instrument instrument, Material material);

  /** A measure of an instrument; says nothing of the outlet as a whole. */
  interface OfInstrument extends Measure {
    Optional<Measured> ofInstrument(Rule rule, Instrument instrument, Material material);

    @Override
    default Optional<Measured> of(Rule rule, @Nullable Instrument instrument, Material material) {
      return instrument == null ? Optional.empty() : ofInstrument(rule, instrument, material);
    }
  }
}
