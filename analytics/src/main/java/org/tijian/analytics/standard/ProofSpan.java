package org.tijian.analytics.standard;

import java.util.Locale;
import java.util.Set;
import org.tijian.analytics.site.LocalName;

/**
 * How long readings have to be in order before an improvement item counts as done by data (由数据证实).
 * Ours: no clause asks for it.
 *
 * @param checks names of the checks that it holds for
 * @param count how many of the unit
 * @param reason why so long
 */
public record ProofSpan(String id, Set<String> checks, Unit unit, int count, LocalName reason) {
  public ProofSpan {
    checks = Set.copyOf(checks);
    if (count < 1) {
      throw new IllegalArgumentException("%s: nothing proves nothing".formatted(id));
    }
  }

  /** What is counted. */
  public enum Unit {
    /** The newest whole Beijing days, each judged by itself. */
    DAYS,
    /** The newest whole Beijing days, judged as one span. */
    TOGETHER,
    /** From the day of that many checks with gas ago until now. */
    CALIBRATIONS,
    /** A comparison with the reference method that is newer than the item. */
    TESTS;

    /** As in the file and on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
