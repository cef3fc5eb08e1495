package org.tijian.inspection.expert;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an expert works or worked for, or at whose plant the expert took part in an enforcement
 * action, as the expert declared it.
 *
 * @param until last Beijing day; null if it lasts
 */
public record Tie(
    UUID id, Kind kind, String organisation, LocalDate from, @Nullable LocalDate until) {
  /** How long a tie counts after it has ended. */
  static final int YEARS = 3;

  enum Kind {
    WORK,
    ENFORCEMENT
  }

  boolean countsOn(LocalDate day) {
    return until == null || !until.isBefore(day.minusYears(YEARS));
  }
}
