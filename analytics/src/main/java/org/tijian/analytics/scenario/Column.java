package org.tijian.analytics.scenario;

import java.util.Map;
import java.util.Objects;
import org.tijian.analytics.reading.DataFlag;

/** A factor's minutes. */
@SuppressWarnings("ArrayRecordComponent")
record Column(double[] values, DataFlag[] flags) {

  /** Of a plant that has the factor. */
  static Column of(Map<String, Column> columns, String factor) {
    return Objects.requireNonNull(columns.get(factor), factor);
  }
}
