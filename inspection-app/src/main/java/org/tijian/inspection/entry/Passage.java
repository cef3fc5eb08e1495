package org.tijian.inspection.entry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tijian.analytics.site.LocalName;

/**
 * That somebody of the team came through the gate, or left.
 *
 * @param at by the clock of whoever recorded it
 * @param by who recorded it
 */
record Passage(
    UUID id,
    UUID checkupId,
    UUID expertId,
    Direction direction,
    Instant at,
    Instant recordedAt,
    UUID recordedBy,
    LocalName by) {

  /** Which way. */
  enum Direction {
    IN,
    OUT;

    /** As it is kept, and on the wire. */
    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Direction> of(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }
}
