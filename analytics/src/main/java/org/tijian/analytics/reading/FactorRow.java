package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What a row of {@code sample} holds of one factor.
 *
 * @param at milliseconds of the epoch
 * @param frame grows with arrival, so that of two parts that both carry the factor the later counts
 * @param carried whether the row has the factor at all
 * @param value NaN if absent, as are minimum and maximum
 * @param converted NaN if absent, or if it was not asked for
 * @param mark {@code N} if the row keeps no marks
 */
record FactorRow(
    long at,
    int part,
    long frame,
    boolean carried,
    double value,
    double minimum,
    double maximum,
    double converted,
    String mark) {

  /** All versions of all parts, in the order of the primary key. */
  static final String SELECT =
      """
      select date_part('epoch', s.measured_at) as at, s.part, s.frame_id, l.i,
             s.value[l.i] as value, s.minimum[l.i] as minimum, s.maximum[l.i] as maximum,
             s.mark[l.i] as mark, s.converted[l.i] as converted
        from sample s
        left join (select id, array_position(factors, :factor) as i
                     from factor_layout
                    where :factor = any(factors)) l
          on l.id = s.layout_id
       where s.outlet_id = :outlet
         and s.kind = :kind
         and s.measured_at >= :from
         and s.measured_at < :until
       order by s.measured_at, s.part, s.version
      """;

  static FactorRow read(ResultSet row) throws SQLException {
    String mark = row.getString(8);
    return new FactorRow(
        Math.round(row.getDouble(1) * 1000),
        row.getInt(2),
        row.getLong(3),
        row.getInt(4) > 0,
        number(row, 5),
        number(row, 6),
        number(row, 7),
        number(row, 9),
        mark == null ? DataFlag.NORMAL.code() : mark);
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? Double.NaN : number;
  }

  boolean isSamePartAs(FactorRow other) {
    return at == other.at && part == other.part;
  }

  /** Smallest value known of the period: the minimum that was sent, else the value itself. */
  double smallest() {
    return Double.isNaN(minimum) ? value : minimum;
  }

  /** Largest value known of the period. */
  double largest() {
    return Double.isNaN(maximum) ? value : maximum;
  }

  Instant instant() {
    return Instant.ofEpochMilli(at);
  }
}
