package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.pack.FactorColumns;

/**
 * A row of the table {@code sample}, whole.
 *
 * @param measuredAt microseconds of the epoch
 * @param receivedAt microseconds of the epoch
 * @param factors the row's values, one entry per factor in the order of its layout
 */
record StoredRow(
    long measuredAt,
    int part,
    int version,
    int layoutId,
    long frame,
    long receivedAt,
    long contentHash,
    FactorColumns factors) {

  /**
   * Every bit of every double counts.
   *
   * @param hashed whether the hashes are compared, too
   */
  boolean isSameAs(StoredRow other, boolean hashed) {
    return measuredAt == other.measuredAt
        && part == other.part
        && version == other.version
        && layoutId == other.layoutId
        && frame == other.frame
        && receivedAt == other.receivedAt
        && (!hashed || contentHash == other.contentHash)
        && areEqual(factors, other.factors);
  }

  private static boolean areEqual(FactorColumns one, FactorColumns other) {
    return Arrays.equals(one.value(), other.value())
        && Arrays.equals(one.minimum(), other.minimum())
        && Arrays.equals(one.maximum(), other.maximum())
        && Arrays.equals(one.amount(), other.amount())
        && Arrays.equals(one.converted(), other.converted())
        && Arrays.equals(one.mark(), other.mark());
  }

  /** The hash as it is computed when readings are stored. */
  static long hash(OutletDay day, List<String> layout, FactorColumns columns) {
    List<FactorReading> readings = new ArrayList<>(layout.size());
    for (int i = 0; i < layout.size(); i++) {
      readings.add(
          new FactorReading(
              layout.get(i),
              number(columns.value()[i]),
              number(columns.minimum()[i]),
              number(columns.maximum()[i]),
              number(columns.amount()[i]),
              number(columns.converted()[i]),
              new DataFlag(columns.mark()[i])));
    }
    return SampleRow.of(
            new PeriodReadings(
                day.outletId(), PeriodKind.of(day.kind()), Instant.EPOCH, 0, readings))
        .contentHash();
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
