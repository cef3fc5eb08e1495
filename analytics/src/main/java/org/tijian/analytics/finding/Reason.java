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
  NOT_ANSWERED;

  /** The word used in rule packs and on the wire, for example {@code too-few-readings}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
