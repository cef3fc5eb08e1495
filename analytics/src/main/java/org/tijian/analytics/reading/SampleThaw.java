package org.tijian.analytics.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Unfolds the days that late readings belong to, in the transaction that stores them: whether such
 * a reading is a repeat or a further version is then found out as always.
 */
final class SampleThaw {
  private static final BatchStatement LATE =
      new BatchStatement("select * from sample_late(?::bigint[], ?::int[], ?::date[])");

  private final MonitoringDatabase database;
  private final StoredLayouts layouts;
  private final RowTable rows;
  private final FoldedTables folded;

  SampleThaw(MonitoringDatabase database) {
    this.database = database;
    this.layouts = new StoredLayouts(database);
    this.rows = new RowTable(database);
    this.folded = new FoldedTables(database);
  }

  /** One statement where no day is folded, which is nearly always. */
  void before(Collection<PendingSample> samples) {
    if (samples.isEmpty()) {
      return;
    }
    Set<OutletDay> days = new LinkedHashSet<>();
    samples.forEach(sample -> days.add(OutletDay.of(sample.readings())));
    List<OutletDay> late = late(days);
    if (!late.isEmpty()) {
      folded.take(late).forEach(this::putBack);
    }
  }

  private List<OutletDay> late(Set<OutletDay> days) {
    Object[] arrays = {
      days.stream().mapToLong(OutletDay::outletId).toArray(),
      days.stream().mapToInt(OutletDay::kind).toArray(),
      days.stream().map(asked -> asked.day().toString()).toArray(String[]::new)
    };
    List<OutletDay> late = new ArrayList<>();
    LATE.query(
        database,
        arrays,
        row ->
            late.add(
                new OutletDay(
                    row.getLong("outlet_id"),
                    row.getInt("kind"),
                    row.getObject("day", LocalDate.class))));
    return late;
  }

  private void putBack(FoldedDay day) {
    rows.putBack(day.day(), new DayPacker(day.day(), layouts.factors(day.layoutIds())).unpack(day));
  }
}
