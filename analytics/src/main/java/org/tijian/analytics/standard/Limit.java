package org.tijian.analytics.standard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;

/**
 * A limit with the dates it is in force; old data is judged by the limit of its day.
 *
 * @param quantity the limit
 * @param outOfControl beyond it the instrument counts as out of control (失控), or null
 * @param inForceFrom first day
 * @param inForceUntil last day, or null while it is in force
 */
public record Limit(
    Quantity quantity,
    @Nullable Quantity outOfControl,
    LocalDate inForceFrom,
    @Nullable LocalDate inForceUntil) {

  public boolean isInForceOn(LocalDate day) {
    return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
  }
}
