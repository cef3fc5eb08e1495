package org.tijian.analytics.framepack;

/**
 * Numbers that are mostly near zero, each as a quotient in ones and a remainder of a fixed width:
 * close to the best there is for the differences of measured values, and a rare large one does no
 * harm. After R. F. Rice's adaptive coding of 1979.
 */
final class Rice {
  private static final int LONGEST_QUOTIENT = 20;
  private static final int WIDTH_BITS = 6;
  private static final int WIDEST = 40;

  private Rice() {}

  /** Number of bits that {@link #write} takes. */
  static long cost(long[] values) {
    return cost(values, width(values)) + WIDTH_BITS;
  }

  static void write(BitWriter out, long[] values) {
    int width = width(values);
    out.write(width, WIDTH_BITS);
    for (long value : values) {
      long folded = BitWriter.zigzag(value);
      long quotient = folded >>> width;
      if (quotient < LONGEST_QUOTIENT) {
        out.write((1L << quotient + 1) - 2, (int) quotient + 1);
        out.write(folded, width);
      } else {
        out.write((1L << LONGEST_QUOTIENT) - 1, LONGEST_QUOTIENT);
        out.write(folded, Long.SIZE);
      }
    }
  }

  static long[] read(BitReader in, int count) {
    int width = in.readInt(WIDTH_BITS);
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      int quotient = 0;
      while (quotient < LONGEST_QUOTIENT && in.read(1) == 1) {
        quotient++;
      }
      long folded =
          quotient < LONGEST_QUOTIENT
              ? (long) quotient << width | in.read(width)
              : in.read(Long.SIZE);
      values[i] = BitReader.unzigzag(folded);
    }
    return values;
  }

  /** The best width is near the mean's; its neighbours are tried. */
  private static int width(long[] values) {
    double sum = 0;
    for (long value : values) {
      sum += Math.min((double) (BitWriter.zigzag(value) >>> 1) * 2, 1e12);
    }
    double mean = values.length == 0 ? 0 : sum / values.length;
    int guess = (int) Math.max(0, Math.floor(Math.log(mean + 1) / Math.log(2)));
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int width = Math.max(0, guess - 6); width <= Math.min(WIDEST, guess + 1); width++) {
      long cost = cost(values, width);
      if (cost < least) {
        least = cost;
        best = width;
      }
    }
    return best;
  }

  private static long cost(long[] values, int width) {
    long bits = 0;
    for (long value : values) {
      long quotient = BitWriter.zigzag(value) >>> width;
      // Seen as unsigned: the largest differences are negative here.
      bits +=
          quotient >= 0 && quotient < LONGEST_QUOTIENT
              ? quotient + 1 + width
              : LONGEST_QUOTIENT + Long.SIZE;
    }
    return bits;
  }
}
