package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into the arrays that a statement unnests. */
final class Columns<R> {
  private final List<R> rows;
  private final Map<String, Object> arrays = new HashMap<>();

  Columns(Collection<R> rows) {
    this.rows = List.copyOf(rows);
  }

  Columns<R> text(String name, Function<R, @Nullable String> column) {
    arrays.put(name, rows.stream().map(column).toArray(String[]::new));
    return this;
  }

  Columns<R> number(String name, Function<R, @Nullable Long> column) {
    arrays.put(name, rows.stream().map(column).toArray(Long[]::new));
    return this;
  }

  /** In milliseconds of the epoch. */
  Columns<R> time(String name, Function<R, Instant> column) {
    arrays.put(
        name,
        rows.stream().map(r -> (double) column.apply(r).toEpochMilli()).toArray(Double[]::new));
    return this;
  }

  Map<String, Object> arrays() {
    return arrays;
  }
}
