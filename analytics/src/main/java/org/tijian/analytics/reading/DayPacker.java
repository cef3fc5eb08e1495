package org.tijian.analytics.reading;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.pack.FactorColumns;
import org.tijian.analytics.pack.RowColumns;

/** Turns the rows of a day into packed columns and back. */
final class DayPacker {
  private final OutletDay day;
  private final Map<Integer, List<String>> layouts;

  /**
   * @param layouts factors of every layout that occurs, by its number
   */
  DayPacker(OutletDay day, Map<Integer, List<String>> layouts) {
    this.day = day;
    this.layouts = layouts;
  }

  /**
   * @param rows at least one, in order of time, part and version
   */
  FoldedDay pack(List<StoredRow> rows) {
    List<Integer> layoutIds = rows.stream().map(StoredRow::layoutId).distinct().toList();
    RowColumns columns =
        new RowColumns(
            longs(rows, StoredRow::measuredAt),
            ints(rows, StoredRow::part),
            ints(rows, StoredRow::version),
            ints(rows, row -> layoutIds.indexOf(row.layoutId())),
            longs(rows, StoredRow::frame),
            longs(rows, StoredRow::receivedAt));
    long periods = rows.stream().mapToLong(StoredRow::measuredAt).distinct().count();
    return new FoldedDay(
        day,
        rows.size(),
        Math.toIntExact(periods),
        moment(rows.get(0).measuredAt()),
        moment(rows.get(rows.size() - 1).measuredAt()),
        layoutIds,
        columns.pack(),
        hashes(rows),
        factors(rows));
  }

  List<StoredRow> unpack(FoldedDay folded) {
    return unpack(folded, folded.hashes() == null);
  }

  /**
   * For comparison only: where hashes are computed from the values, rows of equal values have equal
   * ones, and they are left out.
   */
  List<StoredRow> unpackWithoutHashes(FoldedDay folded) {
    return unpack(folded, false);
  }

  private List<StoredRow> unpack(FoldedDay folded, boolean computeHashes) {
    RowColumns.Packed packed = folded.columns();
    RowColumns columns =
        RowColumns.unpack(packed.times(), packed.places(), packed.arrivals(), folded.rows());
    Map<String, Cursor> cursors = cursors(folded, columns);
    ByteBuffer hashes = folded.hashes() == null ? null : ByteBuffer.wrap(folded.hashes());
    List<StoredRow> rows = new ArrayList<>(folded.rows());
    for (int i = 0; i < folded.rows(); i++) {
      int layoutId = folded.layoutIds().get(columns.layout()[i]);
      List<String> layout = factorsOf(layoutId);
      FactorColumns factors = FactorColumns.empty(layout.size());
      for (int f = 0; f < layout.size(); f++) {
        Objects.requireNonNull(cursors.get(layout.get(f))).moveTo(factors, f);
      }
      rows.add(
          new StoredRow(
              columns.measuredAt()[i],
              columns.part()[i],
              columns.version()[i],
              layoutId,
              columns.frame()[i],
              columns.receivedAt()[i],
              hash(hashes, computeHashes, layout, factors),
              factors));
    }
    return rows;
  }

  private long hash(
      @Nullable ByteBuffer hashes, boolean compute, List<String> layout, FactorColumns factors) {
    if (hashes != null) {
      return hashes.getLong();
    }
    return compute ? StoredRow.hash(day, layout, factors) : 0;
  }

  /** A factor's columns, read from the first row on. */
  private static final class Cursor {
    private final FactorColumns columns;
    private int next;

    Cursor(FactorColumns columns) {
      this.columns = columns;
    }

    void moveTo(FactorColumns target, int index) {
      copy(columns, next++, target, index);
    }
  }

  private Map<String, Cursor> cursors(FoldedDay folded, RowColumns columns) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int layout : columns.layout()) {
      factorsOf(folded.layoutIds().get(layout)).forEach(f -> counts.merge(f, 1, Integer::sum));
    }
    Map<String, Cursor> cursors = new TreeMap<>();
    counts.forEach(
        (factor, count) ->
            cursors.put(
                factor,
                new Cursor(
                    FactorColumns.unpack(
                        Objects.requireNonNull(folded.factors().get(factor)),
                        count,
                        FactorColumns.Wanted.ALL))));
    return cursors;
  }

  private SortedMap<String, byte[]> factors(List<StoredRow> rows) {
    SortedMap<String, List<StoredRow>> carriers = new TreeMap<>();
    for (StoredRow row : rows) {
      factorsOf(row.layoutId())
          .forEach(factor -> carriers.computeIfAbsent(factor, f -> new ArrayList<>()).add(row));
    }
    SortedMap<String, byte[]> packed = new TreeMap<>();
    carriers.forEach((factor, of) -> packed.put(factor, column(factor, of).pack()));
    return packed;
  }

  private FactorColumns column(String factor, List<StoredRow> rows) {
    FactorColumns column = FactorColumns.empty(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      StoredRow row = rows.get(i);
      copy(row.factors(), factorsOf(row.layoutId()).indexOf(factor), column, i);
    }
    return column;
  }

  private static void copy(FactorColumns from, int at, FactorColumns to, int index) {
    to.value()[index] = from.value()[at];
    to.minimum()[index] = from.minimum()[at];
    to.maximum()[index] = from.maximum()[at];
    to.amount()[index] = from.amount()[at];
    to.converted()[index] = from.converted()[at];
    to.mark()[index] = from.mark()[at];
  }

  private byte @Nullable [] hashes(List<StoredRow> rows) {
    boolean areComputable =
        rows.stream()
            .allMatch(
                row ->
                    row.contentHash()
                        == StoredRow.hash(day, factorsOf(row.layoutId()), row.factors()));
    if (areComputable) {
      return null;
    }
    ByteBuffer hashes = ByteBuffer.allocate(Long.BYTES * rows.size());
    rows.forEach(row -> hashes.putLong(row.contentHash()));
    return hashes.array();
  }

  private List<String> factorsOf(int layoutId) {
    return Objects.requireNonNull(layouts.get(layoutId), "layout");
  }

  private static long[] longs(List<StoredRow> rows, ToLongFunction<StoredRow> column) {
    return rows.stream().mapToLong(column).toArray();
  }

  private static int[] ints(List<StoredRow> rows, ToIntFunction<StoredRow> column) {
    return rows.stream().mapToInt(column).toArray();
  }

  private static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
