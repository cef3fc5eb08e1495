package org.tijian.analytics.file;

import java.util.Arrays;
import org.tijian.analytics.reading.DataFlag;

/** Values and marks of a factor, growing row by row. */
final class FactorColumn {
  private static final int FIRST_ROOM = 1024;

  private double[] values = new double[FIRST_ROOM];
  private DataFlag[] flags = new DataFlag[FIRST_ROOM];
  private int size;

  void add(double value, DataFlag flag) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      flags = Arrays.copyOf(flags, 2 * size);
    }
    values[size] = value;
    flags[size] = flag;
    size++;
  }

  double[] values(int from, int until) {
    return Arrays.copyOfRange(values, from, until);
  }

  DataFlag[] flags(int from, int until) {
    return Arrays.copyOfRange(flags, from, until);
  }
}
