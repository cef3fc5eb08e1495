package org.tijian.analytics.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.pack.FactorColumns;

/** Whole rows of the table {@code sample}, out of it and back, for folding and thawing. */
final class RowTable {
  private static final String READ =
      """
      select (extract(epoch from measured_at) * 1000000)::bigint as measured, part, version,
             layout_id, frame_id, (extract(epoch from received_at) * 1000000)::bigint as received,
             content_hash, value, minimum, maximum, amount, converted, mark
        from sample
       where outlet_id = :outlet and kind = :kind and measured_at >= :from and measured_at < :until
       order by measured_at, part, version
      """;

  private static final String DELETE =
      """
      delete from sample
       where outlet_id = :outlet and kind = :kind and measured_at >= :from and measured_at < :until
      """;

  private static final String PUT_BACK =
      """
      insert into sample (outlet_id, kind, measured_at, part, version, received_at, frame_id,
                          layout_id, content_hash, value, minimum, maximum, amount, converted, mark)
      select :outlet, :kind, packed_moment(measured), part, version, packed_moment(received),
             frame_id, layout_id, content_hash, value::float8[], minimum::float8[],
             maximum::float8[], amount::float8[], converted::float8[], mark::text[]
        from unnest(:measured::bigint[], :part::bigint[], :version::bigint[], :received::bigint[],
                    :frame::bigint[], :layout::bigint[], :hash::bigint[], :value::text[],
                    :minimum::text[], :maximum::text[], :amount::text[], :converted::text[],
                    :mark::text[])
          as back (measured, part, version, received, frame_id, layout_id, content_hash, value,
                   minimum, maximum, amount, converted, mark)
      """;

  private final MonitoringDatabase database;

  RowTable(MonitoringDatabase database) {
    this.database = database;
  }

  /** In order of time, part and version. */
  List<StoredRow> read(OutletDay day) {
    return ofDay(READ, day).query((row, n) -> row(row)).list();
  }

  /**
   * @return how many rows there were
   */
  int delete(OutletDay day) {
    return ofDay(DELETE, day).update();
  }

  void putBack(OutletDay day, List<StoredRow> rows) {
    Columns<StoredRow> columns =
        new Columns<>(rows)
            .number("measured", StoredRow::measuredAt)
            .number("part", row -> (long) row.part())
            .number("version", row -> (long) row.version())
            .number("received", StoredRow::receivedAt)
            .number("frame", StoredRow::frame)
            .number("layout", row -> (long) row.layoutId())
            .number("hash", StoredRow::contentHash)
            .text("value", row -> literal(row.factors().value()))
            .text("minimum", row -> unlessEmpty(row.factors().minimum()))
            .text("maximum", row -> unlessEmpty(row.factors().maximum()))
            .text("amount", row -> unlessEmpty(row.factors().amount()))
            .text("converted", row -> unlessEmpty(row.factors().converted()))
            .text("mark", row -> marks(row.factors().mark()));
    database
        .jdbc()
        .sql(PUT_BACK)
        .param("outlet", day.outletId())
        .param("kind", day.kind())
        .params(columns.arrays())
        .update();
  }

  private org.springframework.jdbc.core.simple.JdbcClient.StatementSpec ofDay(
      String sql, OutletDay day) {
    return database
        .jdbc()
        .sql(sql)
        .param("outlet", day.outletId())
        .param("kind", day.kind())
        .param("from", day.start().atOffset(ZoneOffset.UTC))
        .param("until", day.end().atOffset(ZoneOffset.UTC));
  }

  private static StoredRow row(ResultSet row) throws SQLException {
    double[] value = numbers(row.getArray("value"), 0);
    int factors = value.length;
    return new StoredRow(
        row.getLong("measured"),
        row.getInt("part"),
        row.getInt("version"),
        row.getInt("layout_id"),
        row.getLong("frame_id"),
        row.getLong("received"),
        row.getLong("content_hash"),
        new FactorColumns(
            value,
            numbers(row.getArray("minimum"), factors),
            numbers(row.getArray("maximum"), factors),
            numbers(row.getArray("amount"), factors),
            numbers(row.getArray("converted"), factors),
            marks(row.getArray("mark"), factors)));
  }

  private static double[] numbers(@Nullable Array array, int length) throws SQLException {
    if (array == null) {
      return FactorColumns.empty(length).value();
    }
    Double[] numbers = (Double[]) array.getArray();
    return Arrays.stream(numbers).mapToDouble(RowTable::finite).toArray();
  }

  private static double finite(@Nullable Double number) {
    if (number != null && !Double.isFinite(number)) {
      throw new IllegalStateException("a row holds %s".formatted(number));
    }
    return number == null ? Double.NaN : number;
  }

  private static String[] marks(@Nullable Array array, int length) throws SQLException {
    return array == null ? FactorColumns.empty(length).mark() : (String[]) array.getArray();
  }

  private static @Nullable String unlessEmpty(double[] numbers) {
    return Arrays.stream(numbers).allMatch(Double::isNaN) ? null : literal(numbers);
  }

  private static String literal(double[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> Double.isNaN(number) ? "NULL" : Double.toString(number))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static @Nullable String marks(String[] marks) {
    Function<String, String> quoted =
        mark -> '"' + mark.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    return Arrays.stream(marks).allMatch(DataFlag.NORMAL.code()::equals)
        ? null
        : Arrays.stream(marks).map(quoted).collect(Collectors.joining(",", "{", "}"));
  }
}
