package org.tijian.inspection.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.tijian.analytics.reading.BeijingTime;

/** Half a Beijing day in which a visit is made. */
public record Slot(LocalDate day, Half half) {

  /** Three hours each; between them is the way to the next place. */
  public enum Half {
    MORNING(LocalTime.of(9, 0), LocalTime.of(12, 0)),
    AFTERNOON(LocalTime.of(13, 30), LocalTime.of(16, 30));

    private final LocalTime from;
    private final LocalTime until;

    Half(LocalTime from, LocalTime until) {
      this.from = from;
      this.until = until;
    }
  }

  public Instant startsAt() {
    return day.atTime(half.from).toInstant(BeijingTime.OFFSET);
  }

  public Instant endsAt() {
    return day.atTime(half.until).toInstant(BeijingTime.OFFSET);
  }

  boolean touches(Instant from, Instant until) {
    return startsAt().isBefore(until) && from.isBefore(endsAt());
  }
}
