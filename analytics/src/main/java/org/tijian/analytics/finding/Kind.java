package org.tijian.analytics.finding;

/** What a finding is about. */
public enum Kind {
  /** A rule was held against data or an answer. */
  REQUIREMENT,
  /**
   * A pattern of the data that has innocent causes too (疑似问题): to be looked at, established by
   * nobody.
   */
  SUSPECTED,
  /** A figure worth knowing. */
  INFORMATION;

  /** The word used on the wire, for example {@code suspected}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
