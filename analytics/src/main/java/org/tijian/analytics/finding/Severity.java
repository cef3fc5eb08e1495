package org.tijian.analytics.finding;

import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Force;

/**
 * How much a finding asks for (轻重), least first. Never more than the clause does: what is only
 * recommended is no urgent matter, and a hint is information.
 */
public enum Severity {
  /** Worth knowing; nothing follows from it. */
  INFORMATION("供参考", "for information"),
  /** Worth a look: the clause allows or suggests. */
  LOW("可改进", "could be better"),
  /** Worth improving: the clause recommends. */
  MIDDLE("宜改进", "should be improved"),
  /** To be improved first: the clause requires. */
  HIGH("应优先改进", "to be improved first");

  private final LocalName meaning;

  Severity(String zh, String en) {
    this.meaning = new LocalName(zh, en);
  }

  /** What it means, for people. */
  public LocalName meaning() {
    return meaning;
  }

  /** The most that a clause of this force can come to. */
  public static Severity most(Force force) {
    return switch (force) {
      case SHALL -> HIGH;
      case SHOULD -> MIDDLE;
      case MAY -> LOW;
    };
  }

  public Severity atMost(Severity other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
