package org.tijian.analytics.pack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column of doubles, NaN where there is none: which rows have one, then {@link Decimals} as whole
 * numbers, on their own or as differences from another column of the same rows, whichever is
 * shorter; doubles that are no decimals bit by bit.
 */
final class PackedDoubles {
  private static final int SOME_ABSENT = 1;
  private static final int RELATIVE = 2;
  private static final int BINARY = 4;
  private static final int EXCEPTIONS = 8;

  private PackedDoubles() {}

  /**
   * What other columns may be differences from.
   *
   * @param numbers one for every row, 0 where the column has no value
   */
  record Base(int places, long[] numbers) {}

  /** A column read back; the base is null if the column is not decimal. */
  record Column(double[] values, @Nullable Base base) {}

  /** Writes nothing if no row has a value. */
  static @Nullable Base write(ByteWriter out, double[] column, @Nullable Base base) {
    int[] rows = presentRows(column);
    if (rows.length == 0) {
      return null;
    }
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = column[rows[i]];
    }
    int absent = rows.length < column.length ? SOME_ABSENT : 0;
    Decimals decimals = Decimals.of(values);
    if (decimals == null) {
      out.oneByte(absent | BINARY);
      writePresence(out, absent, rows, column.length);
      PackedLongs.write(out, bitsOf(values));
      return null;
    }
    writeDecimals(out, decimals, values, new Rows(rows, column.length), base);
    return new Base(decimals.places(), spread(decimals.numbers(), rows, column.length));
  }

  /** Which of how many rows have a value. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Rows(int[] present, int total) {}

  private static void writeDecimals(
      ByteWriter out, Decimals decimals, double[] values, Rows rows, @Nullable Base base) {
    byte[] alone = PackedLongs.pack(decimals.numbers());
    int places = base == null ? 0 : Math.max(base.places(), decimals.places());
    long[] differences = base == null ? null : differences(decimals, rows.present(), base, places);
    byte[] relative = differences == null ? alone : PackedLongs.pack(differences);
    boolean isRelative = relative.length < alone.length;
    int[] exceptions = decimals.exceptions();
    int absent = rows.present().length < rows.total() ? SOME_ABSENT : 0;
    out.oneByte(absent | (isRelative ? RELATIVE : 0) | (exceptions.length > 0 ? EXCEPTIONS : 0));
    writePresence(out, absent, rows.present(), rows.total());
    out.oneByte(isRelative ? places : decimals.places());
    if (exceptions.length > 0) {
      out.unsigned(exceptions.length);
      PackedLongs.write(out, Arrays.stream(exceptions).asLongStream().toArray());
      PackedLongs.write(
          out, bitsOf(Arrays.stream(exceptions).mapToDouble(i -> values[i]).toArray()));
    }
    out.all(isRelative ? relative : alone);
  }

  static Column read(ByteReader in, int total, @Nullable Base base) {
    int flags = in.oneByte();
    int[] rows =
        (flags & SOME_ABSENT) == 0 ? everyRow(total) : presentRows(PackedLongs.read(in, total));
    double[] column = new double[total];
    Arrays.fill(column, Double.NaN);
    if ((flags & BINARY) != 0) {
      long[] bits = PackedLongs.read(in, rows.length);
      for (int i = 0; i < rows.length; i++) {
        column[rows[i]] = Double.longBitsToDouble(bits[i]);
      }
      return new Column(column, null);
    }
    int places = in.oneByte();
    int exceptions = (flags & EXCEPTIONS) == 0 ? 0 : in.length();
    long[] indices = PackedLongs.read(in, exceptions);
    long[] bits = PackedLongs.read(in, exceptions);
    long[] numbers = PackedLongs.read(in, rows.length);
    if ((flags & RELATIVE) != 0) {
      addBase(numbers, rows, java.util.Objects.requireNonNull(base), places);
    }
    for (int i = 0; i < rows.length; i++) {
      column[rows[i]] = Decimals.toDouble(numbers[i], places);
    }
    for (int i = 0; i < exceptions; i++) {
      column[rows[(int) indices[i]]] = Double.longBitsToDouble(bits[i]);
    }
    return new Column(column, new Base(places, spread(numbers, rows, total)));
  }

  /** Null if the numbers grow too large for it. */
  private static long @Nullable [] differences(
      Decimals decimals, int[] rows, Base base, int places) {
    long own = Decimals.power(places - decimals.places());
    long others = Decimals.power(places - base.places());
    long[] differences = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      long number = decimals.numbers()[i];
      long other = base.numbers()[rows[i]];
      if (isTooLarge(number, own) || isTooLarge(other, others)) {
        return null;
      }
      differences[i] = number * own - other * others;
    }
    return differences;
  }

  private static boolean isTooLarge(long number, long factor) {
    return Math.abs(number) > (1L << 53) / factor;
  }

  private static void addBase(long[] numbers, int[] rows, Base base, int places) {
    long others = Decimals.power(places - base.places());
    for (int i = 0; i < rows.length; i++) {
      numbers[i] += base.numbers()[rows[i]] * others;
    }
  }

  private static void writePresence(ByteWriter out, int absent, int[] rows, int total) {
    if (absent != 0) {
      long[] presence = new long[total];
      for (int row : rows) {
        presence[row] = 1;
      }
      PackedLongs.write(out, presence);
    }
  }

  private static long[] bitsOf(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private static int[] presentRows(double[] column) {
    return java.util.stream.IntStream.range(0, column.length)
        .filter(row -> !Double.isNaN(column[row]))
        .toArray();
  }

  private static int[] presentRows(long[] presence) {
    return java.util.stream.IntStream.range(0, presence.length)
        .filter(row -> presence[row] != 0)
        .toArray();
  }

  private static int[] everyRow(int total) {
    return java.util.stream.IntStream.range(0, total).toArray();
  }

  private static long[] spread(long[] numbers, int[] rows, int total) {
    if (rows.length == total) {
      return numbers;
    }
    long[] spread = new long[total];
    for (int i = 0; i < rows.length; i++) {
      spread[rows[i]] = numbers[i];
    }
    return spread;
  }
}
