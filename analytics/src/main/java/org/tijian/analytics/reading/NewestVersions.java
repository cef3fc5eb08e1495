package org.tijian.analytics.reading;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reduces the rows of {@link FactorRow#SELECT} to one per period: of a part's versions the newest,
 * of several parts the one that carries the factor. A period without the factor comes through as a
 * row that does not carry it.
 */
final class NewestVersions {
  private final Consumer<FactorRow> periods;
  private @Nullable FactorRow part;
  private @Nullable FactorRow period;

  NewestVersions(Consumer<FactorRow> periods) {
    this.periods = periods;
  }

  void add(FactorRow row) {
    if (part != null && !part.isSamePartAs(row)) {
      endPart();
      if (period != null && period.at() != row.at()) {
        endPeriod();
      }
    }
    part = row;
  }

  void end() {
    endPart();
    endPeriod();
  }

  private void endPart() {
    if (part != null && (period == null || standsBefore(part, period))) {
      period = part;
    }
    part = null;
  }

  private static boolean standsBefore(FactorRow part, FactorRow other) {
    return part.carried() && (!other.carried() || part.frame() > other.frame());
  }

  private void endPeriod() {
    if (period != null) {
      periods.accept(period);
    }
    period = null;
  }
}
