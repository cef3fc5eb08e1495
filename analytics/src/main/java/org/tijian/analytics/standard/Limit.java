package org.tijian.analytics.standard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;

/**
 * A limit with the dates it is in force; old data is judged by the limit of its day.
 *
 * @param quantity the limit
 * @param outOfControl beyond it the instrument counts as out of control (失控), or null
 * @param alternative what passes instead, in another unit, or null
 * @param inForceFrom first day
 * @param inForceUntil last day, or null while it is in force
 */
public record Limit(
    Quantity quantity,
    @Nullable Quantity outOfControl,
    @Nullable Quantity alternative,
    LocalDate inForceFrom,
    @Nullable LocalDate inForceUntil) {

  public boolean isInForceOn(LocalDate day) {
    return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
  }

  boolean endedBefore(LocalDate day) {
    return inForceUntil != null && inForceUntil.isBefore(day);
  }

  /** The same limit without dates. */
  Limit always() {
    return new Limit(quantity, outOfControl, alternative, LocalDate.MIN, null);
  }
}
