package org.tijian.inspection.vault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import org.tijian.analytics.site.LocalName;

/**
 * That somebody opened or wrote something of a check-up, or was refused.
 *
 * @param role as on the wire
 */
record Access(Instant at, LocalName by, String role, What what) {

  /** What was done; never what was read. */
  public enum What {
    VISIT_READ("visit-read"),
    ANSWER_WRITTEN("answer-written"),
    ADVICE_WRITTEN("advice-written"),
    REPORT_READ("report-read"),
    REFUSED("refused");

    private final String word;

    What(String word) {
      this.word = word;
    }

    /** The word on the wire and in the database. */
    @JsonValue
    public String word() {
      return word;
    }

    static What of(String word) {
      return Arrays.stream(values()).filter(w -> w.word.equals(word)).findFirst().orElseThrow();
    }
  }
}
