package org.tijian.analytics.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Samples as the arrays of a statement. All their numbers travel in one array; where a sample's
 * values, minima and so on begin in it are columns of their own. So no number is written as text
 * and none is unnested.
 */
final class SampleColumns {
  private static final int AFTER_PART = 5;

  private final List<PendingSample> samples;

  SampleColumns(List<PendingSample> samples) {
    this.samples = samples;
  }

  /** What the parameters of {@code NEWEST} are, in their order. */
  Object[] keys() {
    return new Object[] {
      longs(PendingSample::frameId),
      longs(s -> s.readings().outletId()),
      integers(s -> s.readings().kind().code()),
      doubles(s -> s.readings().measuredAt().toEpochMilli()),
      integers(s -> s.readings().part())
    };
  }

  /** What the parameters of {@code ADD} are, in their order. */
  Object[] rows() {
    List<Object> rows = new ArrayList<>(List.of(fresh()));
    rows.add(AFTER_PART, integers(PendingSample::version));
    return rows.toArray();
  }

  /** The same without versions: none of them has a further one. */
  Object[] fresh() {
    Numbers numbers = new Numbers(samples.size());
    samples.forEach(sample -> numbers.add(sample.row()));
    return new Object[] {
      numbers.array(),
      longs(s -> s.readings().outletId()),
      integers(s -> s.readings().kind().code()),
      doubles(s -> s.readings().measuredAt().toEpochMilli()),
      integers(s -> s.readings().part()),
      doubles(s -> s.receivedAt().toEpochMilli()),
      longs(PendingSample::frameId),
      integers(PendingSample::layoutId),
      longs(s -> s.row().contentHash()),
      integers(s -> s.row().factors().size()),
      numbers.value,
      numbers.minimum,
      numbers.maximum,
      numbers.amount,
      numbers.converted,
      texts(s -> s.row().mark())
    };
  }

  private long[] longs(ToLongFunction<PendingSample> column) {
    return samples.stream().mapToLong(column).toArray();
  }

  private int[] integers(ToIntFunction<PendingSample> column) {
    return samples.stream().mapToInt(column).toArray();
  }

  private double[] doubles(ToLongFunction<PendingSample> column) {
    return samples.stream().mapToDouble(column::applyAsLong).toArray();
  }

  private String[] texts(Function<PendingSample, @Nullable String> column) {
    return samples.stream().map(column).toArray(String[]::new);
  }

  /** All numbers of all rows, and the places where each row's begin: from 1, 0 for none. */
  private static final class Numbers {
    private final int[] value;
    private final int[] minimum;
    private final int[] maximum;
    private final int[] amount;
    private final int[] converted;
    private double[] all;
    private int count;
    private int row;

    Numbers(int rows) {
      value = new int[rows];
      minimum = new int[rows];
      maximum = new int[rows];
      amount = new int[rows];
      converted = new int[rows];
      all = new double[64 * rows];
    }

    void add(SampleRow sample) {
      value[row] = place(sample.value());
      minimum[row] = place(sample.minimum());
      maximum[row] = place(sample.maximum());
      amount[row] = place(sample.amount());
      converted[row] = place(sample.converted());
      row++;
    }

    private int place(double @Nullable [] numbers) {
      if (numbers == null) {
        return 0;
      }
      if (count + numbers.length > all.length) {
        all = java.util.Arrays.copyOf(all, Math.max(2 * all.length, count + numbers.length));
      }
      System.arraycopy(numbers, 0, all, count, numbers.length);
      count += numbers.length;
      return count - numbers.length + 1;
    }

    double[] array() {
      return java.util.Arrays.copyOf(all, count);
    }
  }
}
