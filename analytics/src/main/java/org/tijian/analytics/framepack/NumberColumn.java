package org.tijian.analytics.framepack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column of whole numbers, each foretold from what stands before it; only how far the foretelling
 * was off is written. The way that takes the fewest bits is chosen anew for each column.
 */
final class NumberColumn {
  private static final int WAY_BITS = 3;

  /** How the number of a row is foretold. */
  private enum Way {
    /** One number for all rows. */
    SAME,
    /** As the row before. */
    BEFORE,
    /** As far from the row before as that from the one before it: for times. */
    STEADY,
    /** At a fixed distance from the column to the left: smallest and mean of a period. */
    BESIDE,
    /** At the distance from the column to the left that the row before had. */
    BESIDE_BEFORE
  }

  private static final Way[] WAYS = Way.values();

  private NumberColumn() {}

  /**
   * @param left the column before in the frame, of the same scale; null if there is none
   */
  static void write(BitWriter out, long[] numbers, long @Nullable [] left) {
    Way best = Way.SAME;
    long least = Long.MAX_VALUE;
    for (Way way : WAYS) {
      if (left == null && (way == Way.BESIDE || way == Way.BESIDE_BEFORE)) {
        continue;
      }
      long cost = Rice.cost(missed(numbers, left, way, base(numbers, left, way)));
      if (cost < least) {
        least = cost;
        best = way;
      }
    }
    long base = base(numbers, left, best);
    out.write(best.ordinal(), WAY_BITS);
    out.writeSigned(base);
    Rice.write(out, missed(numbers, left, best, base));
  }

  static long[] read(BitReader in, int count, long @Nullable [] left) {
    Way way = WAYS[in.readInt(WAY_BITS)];
    long base = in.readSigned();
    long[] numbers = Rice.read(in, count);
    for (int i = 0; i < count; i++) {
      numbers[i] += foretold(numbers, left, way, base, i);
    }
    return numbers;
  }

  private static long[] missed(long[] numbers, long @Nullable [] left, Way way, long base) {
    long[] missed = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      missed[i] = numbers[i] - foretold(numbers, left, way, base, i);
    }
    return missed;
  }

  /** Overflow does no harm: what wraps around here wraps back when it is read. */
  private static long foretold(
      long[] numbers, long @Nullable [] left, Way way, long base, int row) {
    long beside = left == null ? 0 : left[row];
    long besideBefore = left == null || row == 0 ? 0 : left[row - 1];
    return switch (way) {
      case SAME -> base;
      case BEFORE -> row == 0 ? base : numbers[row - 1];
      case STEADY ->
          row == 0 ? base : numbers[row - 1] + (row == 1 ? 0 : numbers[row - 1] - numbers[row - 2]);
      case BESIDE -> beside + base;
      case BESIDE_BEFORE -> row == 0 ? beside + base : beside + numbers[row - 1] - besideBefore;
    };
  }

  /** The first number, or the one in the middle where all are held against one. */
  private static long base(long[] numbers, long @Nullable [] left, Way way) {
    if (numbers.length == 0) {
      return 0;
    }
    return switch (way) {
      case SAME -> middle(numbers, null);
      case BESIDE -> middle(numbers, left);
      case BEFORE, STEADY -> numbers[0];
      case BESIDE_BEFORE -> numbers[0] - (left == null ? 0 : left[0]);
    };
  }

  private static long middle(long[] numbers, long @Nullable [] left) {
    long[] sorted = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      sorted[i] = numbers[i] - (left == null ? 0 : left[i]);
    }
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
