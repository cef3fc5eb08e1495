package org.tijian.analytics.pack;

/**
 * Whole numbers in segments of {@value #LENGTH}: of each its smallest value, then every value's
 * distance from it in as few bits as the largest needs. One outlier costs its own segment only.
 */
final class Segments {
  /** A multiple of eight, so that a segment ends on a whole byte whatever its width is. */
  static final int LENGTH = 64;

  private Segments() {}

  static void write(ByteWriter out, long[] values) {
    long[] distances = new long[LENGTH];
    for (int from = 0; from < values.length; from += LENGTH) {
      int until = Math.min(values.length, from + LENGTH);
      long least = least(values, from, until);
      int width = width(values, from, until, least);
      out.oneByte(width);
      out.signed(least);
      for (int i = from; i < until; i++) {
        distances[i - from] = values[i] - least;
      }
      out.bits(distances, 0, until - from, width);
    }
  }

  static long[] read(ByteReader in, int count) {
    long[] values = new long[count];
    for (int from = 0; from < count; from += LENGTH) {
      int width = in.oneByte();
      long least = in.signed();
      in.bits(values, from, Math.min(count, from + LENGTH), width, least);
    }
    return values;
  }

  /** Length of what {@link #write} would write, in bytes. */
  static long cost(long[] values) {
    long cost = 0;
    for (int from = 0; from < values.length; from += LENGTH) {
      int until = Math.min(values.length, from + LENGTH);
      long least = least(values, from, until);
      long bits = (long) (until - from) * width(values, from, until, least);
      cost += 1 + ByteWriter.lengthOf(ByteWriter.zigzag(least)) + ByteWriter.bytesOf(bits);
    }
    return cost;
  }

  private static long least(long[] values, int from, int until) {
    long least = values[from];
    for (int i = from + 1; i < until; i++) {
      least = Math.min(least, values[i]);
    }
    return least;
  }

  private static int width(long[] values, int from, int until, long least) {
    long used = 0;
    for (int i = from; i < until; i++) {
      used |= values[i] - least;
    }
    return 64 - Long.numberOfLeadingZeros(used);
  }
}
