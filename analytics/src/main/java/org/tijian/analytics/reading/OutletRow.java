package org.tijian.analytics.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sample} with the values, converted values and marks of all its factors.
 *
 * @param at milliseconds of the epoch
 * @param frame grows with arrival
 */
@SuppressWarnings("ArrayRecordComponent")
record OutletRow(
    long at,
    int part,
    long frame,
    int layoutId,
    @Nullable Double @Nullable [] value,
    @Nullable Double @Nullable [] converted,
    @Nullable String @Nullable [] mark) {

  /** In the order of {@link FactorRow#SELECT}. */
  static final String SELECT =
      """
      select date_part('epoch', measured_at), part, frame_id, layout_id, value, converted, mark
        from sample
       where outlet_id = :outlet
         and kind = :kind
         and measured_at >= :from
         and measured_at < :until
       order by measured_at, part, version
      """;

  static OutletRow read(ResultSet row) throws SQLException {
    return new OutletRow(
        Math.round(row.getDouble(1) * 1000),
        row.getInt(2),
        row.getLong(3),
        row.getInt(4),
        numbers(row.getArray(5)),
        numbers(row.getArray(6)),
        texts(row.getArray(7)));
  }

  private static @Nullable Double @Nullable [] numbers(@Nullable Array array) throws SQLException {
    return array == null ? null : (Double[]) array.getArray();
  }

  private static @Nullable String @Nullable [] texts(@Nullable Array array) throws SQLException {
    return array == null ? null : (String[]) array.getArray();
  }

  /**
   * What it holds of one factor, extremes left out.
   *
   * @param layout factors of the row
   */
  FactorRow of(String factor, List<String> layout) {
    int place = layout.indexOf(factor);
    String marked = at(mark, place);
    return new FactorRow(
        at,
        part,
        frame,
        place >= 0,
        number(value, place),
        Double.NaN,
        Double.NaN,
        number(converted, place),
        marked == null ? DataFlag.NORMAL.code() : marked);
  }

  private static double number(@Nullable Double @Nullable [] numbers, int place) {
    Double number = at(numbers, place);
    return number == null ? Double.NaN : number;
  }

  private static <T> @Nullable T at(@Nullable T @Nullable [] column, int place) {
    boolean has = column != null && place >= 0 && place < column.length;
    return has ? Objects.requireNonNull(column)[place] : null;
  }
}
