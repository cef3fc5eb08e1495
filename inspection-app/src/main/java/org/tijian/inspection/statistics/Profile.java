package org.tijian.inspection.statistics;

/**
 * What of an enterprise goes into statistics (T-17): never more than this.
 *
 * @param sector two digits of the classification of industries, or {@link #UNKNOWN}
 * @param size {@code large}, {@code medium}, {@code small}, or {@link #UNKNOWN}
 * @param province six digits of the province's division code, or {@link #UNKNOWN}
 */
record Profile(String sector, String size, String province) {
  /** Nobody said it. */
  static final String UNKNOWN = "unknown";

  /**
   * Taken out so that nobody can be guessed; not the same as not known (ASRS keeps the two apart).
   */
  static final String REMOVED = "removed";

  static final Profile NOT_SAID = new Profile(UNKNOWN, UNKNOWN, UNKNOWN);
}
