package org.tijian.analytics.pack;

/**
 * A column of whole numbers: constant, or counted from the first in the greatest unit that divides
 * all differences (milliseconds in a column of full minutes cost nothing), either each from the
 * first or each from the one before, whichever is shorter. Numbers too far apart for that are
 * written as they are.
 */
final class PackedLongs {
  private static final int CONSTANT = 0;
  private static final int FROM_FIRST = 1;
  private static final int FROM_PREVIOUS = 2;
  private static final int PLAIN = 3;

  private PackedLongs() {}

  static byte[] pack(long[] values) {
    ByteWriter out = new ByteWriter(values.length * 2 + 16);
    write(out, values);
    return out.toBytes();
  }

  /** Nothing is written of no values. */
  static void write(ByteWriter out, long[] values) {
    if (values.length == 0) {
      return;
    }
    if (!isNarrow(values)) {
      out.oneByte(PLAIN);
      for (long value : values) {
        out.eightBytes(value);
      }
      return;
    }
    long unit = unit(values);
    if (unit == 0) {
      out.oneByte(CONSTANT);
      out.signed(values[0]);
      return;
    }
    long[] steps = fromFirst(values, unit);
    long[] differences = differences(steps);
    boolean inSequence = Segments.cost(differences) < Segments.cost(steps);
    out.oneByte(inSequence ? FROM_PREVIOUS : FROM_FIRST);
    out.signed(values[0]);
    out.unsigned(unit);
    Segments.write(out, inSequence ? differences : steps);
  }

  static long[] read(ByteReader in, int count) {
    if (count == 0) {
      return new long[0];
    }
    int mode = in.oneByte();
    if (mode == PLAIN) {
      return plain(in, count);
    }
    long first = in.signed();
    long unit = mode == CONSTANT ? 0 : in.unsigned();
    long[] steps =
        switch (mode) {
          case CONSTANT -> new long[count];
          case FROM_FIRST -> Segments.read(in, count);
          case FROM_PREVIOUS -> summed(Segments.read(in, count - 1));
          default -> throw new IllegalArgumentException("column of unknown form " + mode);
        };
    for (int i = 0; i < count; i++) {
      steps[i] = first + unit * steps[i];
    }
    return steps;
  }

  private static long[] plain(ByteReader in, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.eightBytes();
    }
    return values;
  }

  /** Whether no difference between two of the values overflows, nor that of two differences. */
  private static boolean isNarrow(long[] values) {
    long least = values[0];
    long most = values[0];
    for (long value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    long span = most - least;
    return span >= 0 && span < Long.MAX_VALUE >> 2;
  }

  private static long unit(long[] values) {
    long unit = 0;
    for (int i = 1; i < values.length && unit != 1; i++) {
      long other = Math.abs(values[i] - values[0]);
      while (other != 0) {
        long rest = unit % other;
        unit = other;
        other = rest;
      }
    }
    return unit;
  }

  private static long[] fromFirst(long[] values, long unit) {
    long[] steps = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      steps[i] = (values[i] - values[0]) / unit;
    }
    return steps;
  }

  private static long[] differences(long[] steps) {
    long[] differences = new long[steps.length - 1];
    for (int i = 1; i < steps.length; i++) {
      differences[i - 1] = steps[i] - steps[i - 1];
    }
    return differences;
  }

  private static long[] summed(long[] differences) {
    long[] steps = new long[differences.length + 1];
    for (int i = 1; i < steps.length; i++) {
      steps[i] = steps[i - 1] + differences[i - 1];
    }
    return steps;
  }
}
