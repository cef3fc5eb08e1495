package org.tijian.analytics.pack;

import org.jspecify.annotations.Nullable;

/** Columns of numbers of the same rows, NaN where there is none, every one back bit by bit. */
public final class NumberTable {
  private NumberTable() {}

  /** Columns that differ little from the first take little room. */
  public static byte[] pack(double[][] columns) {
    ByteWriter out = new ByteWriter(256);
    PackedDoubles.@Nullable Base base = null;
    for (double[] column : columns) {
      ByteWriter section = new ByteWriter(column.length * 2 + 16);
      PackedDoubles.@Nullable Base own = PackedDoubles.write(section, column, base);
      base = base == null ? own : base;
      byte[] bytes = section.toBytes();
      out.unsigned(bytes.length);
      out.all(bytes);
    }
    return out.toBytes();
  }

  /**
   * @param columns how many were packed
   * @param rows how many rows they have
   */
  public static double[][] unpack(byte[] packed, int columns, int rows) {
    ByteReader in = new ByteReader(packed);
    double[][] numbers = new double[columns][];
    PackedDoubles.@Nullable Base base = null;
    for (int i = 0; i < columns; i++) {
      if (in.length() == 0) {
        numbers[i] = new double[rows];
        java.util.Arrays.fill(numbers[i], Double.NaN);
      } else {
        PackedDoubles.Column column = PackedDoubles.read(in, rows, base);
        base = base == null ? column.base() : base;
        numbers[i] = column.values();
      }
    }
    return numbers;
  }
}
