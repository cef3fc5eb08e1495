package org.tijian.analytics.finding;

/** Why a check gives no verdict. Each rule has a sentence for each reason it can meet. */
public enum Reason {
  NO_READINGS,
  TOO_FEW_READINGS,
  CALIBRATION_NOT_FLAGGED,
  NO_LIMIT_IN_FORCE,
  NO_ACCURACY_TEST,
  TOO_FEW_PAIRS,
  NO_INSTRUMENT,
  NO_SPAN_GAS,
  SOURCE_NOT_RUNNING,
  /** The reference mean lies in another tier, for which another rule speaks. */
  OTHER_TIER,
  /** The values are in another unit than the rule speaks of. */
  OTHER_UNIT,
  /** No limit of the discharge permit is registered for the instrument. */
  NO_PERMIT_LIMIT,
  /** Nobody has answered the item of the checklist. */
  NOT_ANSWERED,
  /** Neither load nor gas flow is reported, and the screen asks for it. */
  NO_LOAD,
  /** The load did not move, so that a steady value says nothing. */
  LOAD_STEADY,
  /**
   * The values are so small, or move so little, that the instrument's least digit hides the rest.
   */
  BELOW_RESOLUTION,
  /** The outlet reports no oxygen content. */
  NO_OXYGEN,
  /** The outlet reports no waste-gas flow. */
  NO_FLOW,
  /** No reference oxygen content is registered, so that nothing is converted. */
  NO_REFERENCE_OXYGEN,
  /** The logger sends no value of the kind that would be recomputed. */
  NO_REPORTED_VALUES,
  /** Nobody described where the values lie in normal operation. */
  NO_BAND,
  /** The plant's own signal that the screen asks for is not described or not reported. */
  NO_SIGNAL,
  /** No cross section of the duct is registered. */
  NO_SECTION,
  /** What outlets of the same kind read is not known here. */
  NO_PEERS,
  /** What the screen counts happened too seldom. */
  TOO_FEW_EVENTS;

  /** The word used in rule packs and on the wire, for example {@code too-few-readings}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
