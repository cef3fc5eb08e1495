package org.tijian.analytics.reading;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Moves frames that could be read later than they came in the accounts of the days they came on:
 * out of the refused, in by what they turned out to be.
 */
final class MovedAccounts {
  private static final String LOCK =
      """
      select 1 from frame_day
        join unnest(:mn::text[], :day::date[]) as batch (mn, day)
          on frame_day.mn = batch.mn and frame_day.day = batch.day
       order by frame_day.mn, frame_day.day for update of frame_day
      """;

  private static final String MOVE =
      """
      update frame_day
         set refused = frame_day.refused - (batch.stored + batch.noted + batch.duplicate),
             stored = frame_day.stored + batch.stored,
             noted = frame_day.noted + batch.noted,
             duplicate = frame_day.duplicate + batch.duplicate
        from unnest(:mn::text[], :day::date[], :stored::bigint[], :noted::bigint[],
                    :duplicate::bigint[])
          as batch (mn, day, stored, noted, duplicate)
       where frame_day.mn = batch.mn and frame_day.day = batch.day
      """;

  private record Row(DeviceDay key, long[] fates) {
    long count(Fate fate) {
      return fates[fate.ordinal()];
    }
  }

  private final Map<DeviceDay, Row> days = new TreeMap<>();
  private final RefusalTable reasons = new RefusalTable();
  private long mended;

  /**
   * @param code why it was refused
   * @param repeated frames whose readings were there already
   */
  void move(Reread reread, String code, Set<Long> repeated) {
    DeviceDay day = DeviceDay.of(reread.kept().mn(), reread.kept().receivedAt());
    FrameVerdict now = reread.verdict();
    reasons.count(day, code, -1);
    if (now instanceof FrameVerdict.Refused refused) {
      reasons.count(day, refused.code(), 1);
      return;
    }
    Fate fate = repeated.contains(reread.kept().id()) ? Fate.DUPLICATE : Fate.ofFirst(now);
    days.computeIfAbsent(day, d -> new Row(d, new long[Fate.values().length]))
        .fates()[fate.ordinal()]++;
    mended++;
  }

  long mended() {
    return mended;
  }

  void addTo(MonitoringDatabase database) {
    addDaysTo(database);
    reasons.addTo(database);
  }

  RefusalTable reasons() {
    return reasons;
  }

  /** All but the reasons. */
  void addDaysTo(MonitoringDatabase database) {
    if (!days.isEmpty()) {
      AccountJournal.fold(database);
      Columns<Row> columns = new Columns<>(days.values());
      columns
          .text("mn", r -> r.key().mn())
          .text("day", r -> r.key().day().toString())
          .number("stored", r -> r.count(Fate.STORED))
          .number("noted", r -> r.count(Fate.NOTED))
          .number("duplicate", r -> r.count(Fate.DUPLICATE));
      database.jdbc().sql(LOCK).params(columns.arrays()).query().listOfRows();
      database.jdbc().sql(MOVE).params(columns.arrays()).update();
    }
  }
}
