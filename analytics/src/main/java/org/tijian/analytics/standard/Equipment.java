package org.tijian.analytics.standard;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;

/**
 * An instrument as far as rules choose by it. Null is "nobody said", never "no".
 *
 * @param factor code of what it measures
 * @param fullScale full scale in its unit
 * @param permitLimit whether the discharge permit sets a limit for it
 */
public record Equipment(
    String factor,
    Instrument.@Nullable Design design,
    @Nullable Boolean automaticCalibration,
    @Nullable Quantity fullScale,
    @Nullable Boolean permitLimit) {

  /** What the register knows of an instrument. */
  public static Equipment of(Instrument instrument) {
    return new Equipment(
        instrument.factor(),
        instrument.design(),
        instrument.automaticCalibration(),
        new Quantity(instrument.fullScale(), instrument.unit()),
        instrument.permitLimit() != null);
  }
}
