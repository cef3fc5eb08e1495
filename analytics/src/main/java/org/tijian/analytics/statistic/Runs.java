package org.tijian.analytics.statistic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Places where something holds on, and sequences that come again; NaN is part of no sequence. */
public final class Runs {
  private Runs() {}

  /**
   * @param start place of the first value
   * @param length how many
   */
  public record Run(int start, int length) {
    /** Nothing found. */
    public static final Run NONE = new Run(0, 0);

    Run longer(Run other) {
      return other.length > length ? other : this;
    }
  }

  /** The longest run of places where something holds. */
  public static Run longest(boolean[] holds) {
    Run longest = Run.NONE;
    int start = 0;
    for (int i = 0; i < holds.length; i++) {
      if (!holds[i]) {
        start = i + 1;
      } else {
        longest = longest.longer(new Run(start, i - start + 1));
      }
    }
    return longest;
  }

  /**
   * The longest sequence that comes again later, the first part not reaching into the second.
   * Sequences with fewer than {@code different} values that differ say nothing and are passed over.
   *
   * @param least length from which a sequence counts, two or more
   * @return the later one; {@link Run#NONE} if none comes again
   */
  public static Run repeated(double[] values, int least, int different) {
    Map<Integer, Integer> firstByHash = new HashMap<>();
    Run longest = Run.NONE;
    for (int i = 0; i + least <= values.length; i++) {
      if (!tells(values, i, least, different)) {
        continue;
      }
      int hash = Arrays.hashCode(Arrays.copyOfRange(values, i, i + least));
      Integer first = firstByHash.putIfAbsent(hash, i);
      if (first != null) {
        int length = alike(values, first, i);
        longest = length >= least ? longest.longer(new Run(i, length)) : longest;
      }
    }
    return longest;
  }

  private static boolean tells(double[] values, int from, int length, int different) {
    int seen = 0;
    for (int i = from; i < from + length; i++) {
      if (Double.isNaN(values[i])) {
        return false;
      }
      seen += isNew(values, from, i) ? 1 : 0;
    }
    return seen >= different;
  }

  private static boolean isNew(double[] values, int from, int place) {
    for (int i = from; i < place; i++) {
      if (Double.compare(values[i], values[place]) == 0) {
        return false;
      }
    }
    return true;
  }

  private static int alike(double[] values, int first, int second) {
    int length = 0;
    while (second + length < values.length
        && first + length < second
        && values[first + length] == values[second + length]) {
      length++;
    }
    return length;
  }
}
