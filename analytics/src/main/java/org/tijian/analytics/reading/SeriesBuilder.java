package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the columns of a {@link ReadingStore.Series}; marks are shared, not one object each. */
final class SeriesBuilder {
  private final List<Instant> at = new ArrayList<>();
  private final List<DataFlag> flags = new ArrayList<>();
  private final Map<String, DataFlag> known = new HashMap<>();
  private double[] values = new double[1024];

  void add(FactorRow row) {
    add(row, row.value());
  }

  /** The row's converted value instead of its value. */
  void addConverted(FactorRow row) {
    add(row, row.converted());
  }

  private void add(FactorRow row, double value) {
    if (at.size() == values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[at.size()] = value;
    at.add(row.instant());
    flags.add(known.computeIfAbsent(row.mark(), DataFlag::new));
  }

  ReadingStore.Series build(String factor, PeriodKind kind) {
    return new ReadingStore.Series(
        factor,
        kind,
        at.toArray(Instant[]::new),
        Arrays.copyOf(values, at.size()),
        flags.toArray(DataFlag[]::new));
  }
}
