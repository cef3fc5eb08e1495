package org.tijian.analytics.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Folds periods, in order of time, into buckets of equal length. */
final class ChartBuilder {
  private final Instant from;
  private final long length;
  private final List<ReadingStore.Bucket> done = new ArrayList<>();
  private @Nullable Open open;

  /**
   * A bucket is a whole number of seconds and never shorter than a period, or gaps would show where
   * there are none.
   */
  ChartBuilder(PeriodKind kind, Instant from, Instant until, int buckets) {
    this.from = from;
    double span = Duration.between(from, until).toSeconds();
    long seconds = (long) Math.ceil(span / Math.max(1, buckets));
    this.length = 1000 * Math.max(seconds, Math.max(1, kind.length().toSeconds()));
  }

  void add(FactorRow row) {
    if (Double.isNaN(row.smallest()) && Double.isNaN(row.largest())) {
      return;
    }
    long index = Math.floorDiv(row.at() - from.toEpochMilli(), length);
    if (open == null || open.index != index) {
      close();
      open = new Open(index);
    }
    open.add(row);
  }

  List<ReadingStore.Bucket> build() {
    close();
    return List.copyOf(done);
  }

  private void close() {
    if (open != null) {
      done.add(open.bucket(from.plusMillis(open.index * length)));
    }
    open = null;
  }

  private static final class Open {
    private final long index;
    private final Map<String, Integer> marks = new TreeMap<>();
    private double sum;
    private long values;
    private long count;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    Open(long index) {
      this.index = index;
    }

    void add(FactorRow row) {
      count++;
      if (!Double.isNaN(row.value())) {
        sum += row.value();
        values++;
      }
      smallest = Double.isNaN(row.smallest()) ? smallest : Math.min(smallest, row.smallest());
      largest = Double.isNaN(row.largest()) ? largest : Math.max(largest, row.largest());
      if (!row.mark().equals(DataFlag.NORMAL.code())) {
        marks.merge(row.mark(), 1, Integer::sum);
      }
    }

    ReadingStore.Bucket bucket(Instant start) {
      return new ReadingStore.Bucket(
          start,
          values == 0 ? null : sum / values,
          Double.isFinite(smallest) ? smallest : null,
          Double.isFinite(largest) ? largest : null,
          mark(),
          count);
    }

    private String mark() {
      return marks.entrySet().stream()
          .max(Comparator.comparingInt(Map.Entry::getValue))
          .map(Map.Entry::getKey)
          .orElse(DataFlag.NORMAL.code());
    }
  }
}
