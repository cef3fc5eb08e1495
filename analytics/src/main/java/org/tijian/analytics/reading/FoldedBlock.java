package org.tijian.analytics.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All factors of a folded day, still packed.
 *
 * @param layoutIds layouts of the day's rows, each once
 * @param factors in the order of the block
 * @param offsets where each factor begins in {@code packed}, and where the last one ends
 */
@SuppressWarnings("ArrayRecordComponent")
record FoldedBlock(
    LocalDate day,
    int rows,
    byte[] times,
    byte @Nullable [] places,
    byte @Nullable [] arrivals,
    List<Integer> layoutIds,
    List<String> factors,
    Integer[] offsets,
    byte @Nullable [] packed) {

  /** Frames matter only where several rows may stand for a period. */
  static final String SELECT =
      """
      select d.day, d.row_count, d.times, d.places,
             case when d.places is not null then d.arrivals end as arrivals,
             d.layout_ids, b.factors, b.offsets, b.packed
        from sample_day d
        left join sample_block b
          on b.outlet_id = d.outlet_id and b.kind = d.kind and b.day = d.day
       where d.outlet_id = :outlet
         and d.kind = :kind
         and d.day between beijing_day(:from) and beijing_day(:until)
       order by d.day
      """;

  static FoldedBlock read(ResultSet row) throws SQLException {
    Array factors = row.getArray("factors");
    Array offsets = row.getArray("offsets");
    return new FoldedBlock(
        row.getObject("day", LocalDate.class),
        row.getInt("row_count"),
        row.getBytes("times"),
        row.getBytes("places"),
        row.getBytes("arrivals"),
        List.of((Integer[]) row.getArray("layout_ids").getArray()),
        factors == null ? List.of() : List.of((String[]) factors.getArray()),
        offsets == null ? new Integer[0] : (Integer[]) offsets.getArray(),
        row.getBytes("packed"));
  }

  /** Milliseconds of the epoch. */
  long end() {
    return BeijingTime.startOf(day.plusDays(1)).toEpochMilli();
  }

  /**
   * One factor's part of it.
   *
   * @param layouts factors of each layout by number
   */
  FoldedFactor of(String factor, Map<Integer, List<String>> layouts) {
    return new FoldedFactor(
        day, rows, times, places, arrivals, carrying(factor, layouts), part(factor));
  }

  private Boolean @Nullable [] carrying(String factor, Map<Integer, List<String>> layouts) {
    return places == null
        ? null
        : layoutIds.stream()
            .map(id -> layouts.getOrDefault(id, List.of()).contains(factor))
            .toArray(Boolean[]::new);
  }

  private byte @Nullable [] part(String factor) {
    int place = factors.indexOf(factor);
    return packed == null || place < 0
        ? null
        : Arrays.copyOfRange(packed, offsets[place], offsets[place + 1]);
  }
}
