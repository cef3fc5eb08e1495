package org.tijian.analytics.pack;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One factor's readings of an outlet, kind and Beijing day, column by column and row by row in
 * order of time. A column has NaN where a row has no such value.
 *
 * @param value mean or momentary value
 * @param amount emitted amount in the period
 * @param converted value converted to the reference oxygen content
 * @param mark data mark, {@code N} if normal
 */
@SuppressWarnings("ArrayRecordComponent")
public record FactorColumns(
    double[] value,
    double[] minimum,
    double[] maximum,
    double[] amount,
    double[] converted,
    String[] mark) {
  private static final int FORMAT = 1;

  /** Columns of the given number of rows with nothing in them. */
  public static FactorColumns empty(int rows) {
    String[] marks = new String[rows];
    Arrays.fill(marks, PackedMarks.NORMAL);
    return new FactorColumns(
        absent(rows), absent(rows), absent(rows), absent(rows), absent(rows), marks);
  }

  public int rows() {
    return value.length;
  }

  /** The number of the format, then every column with its length before it. */
  public byte[] pack() {
    ByteWriter out = new ByteWriter(rows() * 6 + 32);
    out.oneByte(FORMAT);
    PackedDoubles.Base base = packColumn(out, value, null);
    packColumn(out, minimum, base);
    packColumn(out, maximum, base);
    packColumn(out, amount, base);
    packColumn(out, converted, base);
    ByteWriter marks = new ByteWriter(16);
    PackedMarks.write(marks, mark);
    addSection(out, marks);
    return out.toBytes();
  }

  private static PackedDoubles.@Nullable Base packColumn(
      ByteWriter out, double[] column, PackedDoubles.@Nullable Base base) {
    ByteWriter section = new ByteWriter(column.length * 2 + 16);
    PackedDoubles.Base own = PackedDoubles.write(section, column, base);
    addSection(out, section);
    return own;
  }

  private static void addSection(ByteWriter out, ByteWriter section) {
    byte[] bytes = section.toBytes();
    out.unsigned(bytes.length);
    out.all(bytes);
  }

  /** How much is unpacked; the rest is absent. */
  public enum Wanted {
    /** Values and marks, for series. */
    VALUES,
    /** Values, minima, maxima and marks, for charts. */
    EXTREMES,
    ALL
  }

  /**
   * @param rows how many rows were packed
   */
  public static FactorColumns unpack(byte[] packed, int rows, Wanted wanted) {
    ByteReader in = new ByteReader(packed);
    int format = in.oneByte();
    if (format != FORMAT) {
      throw new IllegalArgumentException("readings packed in format %d".formatted(format));
    }
    boolean withExtremes = wanted != Wanted.VALUES;
    boolean whole = wanted == Wanted.ALL;
    PackedDoubles.Column value = column(in, rows, null);
    double[] minimum = column(in, rows, value.base(), withExtremes);
    double[] maximum = column(in, rows, value.base(), withExtremes);
    double[] amount = column(in, rows, value.base(), whole);
    double[] converted = column(in, rows, value.base(), whole);
    ByteReader marks = new ByteReader(in.all(in.length()));
    return new FactorColumns(
        value.values(), minimum, maximum, amount, converted, PackedMarks.read(marks, rows));
  }

  private static double[] column(
      ByteReader in, int rows, PackedDoubles.@Nullable Base base, boolean isWanted) {
    if (!isWanted) {
      in.skip(in.length());
      return absent(rows);
    }
    return column(in, rows, base).values();
  }

  private static PackedDoubles.Column column(
      ByteReader in, int rows, PackedDoubles.@Nullable Base base) {
    return in.length() == 0
        ? new PackedDoubles.Column(absent(rows), null)
        : PackedDoubles.read(in, rows, base);
  }

  private static double[] absent(int rows) {
    double[] column = new double[rows];
    Arrays.fill(column, Double.NaN);
    return column;
  }
}
