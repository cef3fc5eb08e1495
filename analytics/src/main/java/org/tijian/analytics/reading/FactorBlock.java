package org.tijian.analytics.reading;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of {@code sample_block}: the packed columns of all factors of a day, one behind the other.
 *
 * @param factors in order
 * @param offsets where each begins in {@code packed}, and then where the last one ends
 */
@SuppressWarnings("ArrayRecordComponent")
record FactorBlock(String[] factors, Integer[] offsets, byte[] packed) {

  static FactorBlock of(SortedMap<String, byte[]> columns) {
    Integer[] offsets = new Integer[columns.size() + 1];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    int n = 0;
    for (byte[] column : columns.values()) {
      offsets[n++] = packed.size();
      packed.writeBytes(column);
    }
    offsets[n] = packed.size();
    return new FactorBlock(columns.keySet().toArray(String[]::new), offsets, packed.toByteArray());
  }

  static FactorBlock read(ResultSet row) throws SQLException {
    return new FactorBlock(
        (String[]) row.getArray("factors").getArray(),
        (Integer[]) row.getArray("offsets").getArray(),
        row.getBytes("packed"));
  }

  /** Packed columns by factor. */
  SortedMap<String, byte[]> split() {
    SortedMap<String, byte[]> columns = new TreeMap<>();
    for (int i = 0; i < factors.length; i++) {
      columns.put(factors[i], Arrays.copyOfRange(packed, offsets[i], offsets[i + 1]));
    }
    return columns;
  }
}
