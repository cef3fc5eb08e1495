package org.tijian.inspection.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A pause of a visit. Holds no word of what was met: that the visit was paused is all that is
 * recorded (T-22).
 *
 * @param hearingUntil until when the enterprise can be heard; null for a danger, which nobody
 *     decides on
 * @param actedAt when the enterprise said that it had acted on the danger
 * @param heardAt when the enterprise said that it had been heard
 * @param votes at most two, of two persons
 * @param outcome null while it is open
 */
record Gate(
    UUID id,
    UUID checkupId,
    Kind kind,
    LocalName raisedBy,
    Instant raisedAt,
    @Nullable Instant hearingUntil,
    @Nullable Instant actedAt,
    @Nullable Instant heardAt,
    List<Vote> votes,
    @Nullable Outcome outcome,
    @Nullable Instant settledAt) {
  Gate {
    votes = List.copyOf(votes);
  }

  boolean isOpen() {
    return outcome == null;
  }

  /** The gatekeepers decide after hearing the enterprise, or when it had its time to be heard. */
  boolean mayBeDecidedAt(Instant now) {
    return kind == Kind.OUTSIDE_PROGRAMME
        && (heardAt != null || (hearingUntil != null && !now.isBefore(hearingUntil)));
  }

  /** Two together: where they do not agree, the exception does not apply. */
  Outcome decided() {
    return votes.stream().allMatch(Vote::applies) ? Outcome.EXCLUDED : Outcome.RESUMED;
  }

  /** Which case of the closed list seems to be met. */
  enum Kind {
    IMMINENT_DANGER("imminent-danger"),
    OUTSIDE_PROGRAMME("outside-programme");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word on the wire, in the database and in the policy. */
    @JsonValue
    String word() {
      return word;
    }

    static @Nullable Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      return null;
    }
  }

  /** How it ended. */
  enum Outcome {
    RESUMED("resumed"),
    EXCLUDED("excluded");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** The word on the wire and in the database. */
    @JsonValue
    String word() {
      return word;
    }

    static Outcome of(String word) {
      return word.equals(RESUMED.word) ? RESUMED : EXCLUDED;
    }
  }

  /** What one gatekeeper thinks. */
  record Vote(UUID accountId, LocalName by, boolean applies, Instant at) {}
}
