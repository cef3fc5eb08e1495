package org.tijian.analytics.reading;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Moves frames of one logger in the accounts of the days they came on: out of the refused, in by
 * what they turned out to be.
 */
final class ReplayAccounts {
  private static final String LOCK =
      """
      select day from frame_day
       where mn = :mn and day = any(:days::date[])
       order by mn, day for update
      """;

  private static final String MOVE =
      """
      update frame_day
         set refused = frame_day.refused - (batch.stored + batch.noted + batch.duplicate),
             stored = frame_day.stored + batch.stored,
             noted = frame_day.noted + batch.noted,
             duplicate = frame_day.duplicate + batch.duplicate
        from unnest(:day::date[], :stored::bigint[], :noted::bigint[], :duplicate::bigint[])
          as batch (day, stored, noted, duplicate)
       where frame_day.mn = :mn and frame_day.day = batch.day
      """;

  private record Row(LocalDate day, long[] fates) {
    long count(Fate fate) {
      return fates[fate.ordinal()];
    }
  }

  private final String mn;
  private final Map<LocalDate, Row> days = new TreeMap<>();
  private final RefusalTable reasons = new RefusalTable();
  private long mended;

  ReplayAccounts(String mn) {
    this.mn = mn;
  }

  /**
   * @param code why it was refused
   * @param repeated frames whose readings were there already
   */
  void move(Reread reread, String code, Set<Long> repeated) {
    DeviceDay day = DeviceDay.of(mn, reread.kept().receivedAt());
    FrameVerdict now = reread.verdict();
    reasons.count(day, code, -1);
    if (now instanceof FrameVerdict.Refused refused) {
      reasons.count(day, refused.code(), 1);
      return;
    }
    Fate fate = repeated.contains(reread.kept().id()) ? Fate.DUPLICATE : Fate.ofFirst(now);
    days.computeIfAbsent(day.day(), d -> new Row(d, new long[Fate.values().length]))
        .fates()[fate.ordinal()]++;
    mended++;
  }

  long mended() {
    return mended;
  }

  void addTo(MonitoringDatabase database) {
    if (!days.isEmpty()) {
      lockDays(database);
      Columns<Row> columns = new Columns<>(days.values());
      columns
          .text("day", r -> r.day().toString())
          .number("stored", r -> r.count(Fate.STORED))
          .number("noted", r -> r.count(Fate.NOTED))
          .number("duplicate", r -> r.count(Fate.DUPLICATE));
      database.jdbc().sql(MOVE).params(columns.arrays()).param("mn", mn).update();
    }
    reasons.addTo(database);
  }

  private void lockDays(MonitoringDatabase database) {
    String[] asked = days.keySet().stream().map(LocalDate::toString).toArray(String[]::new);
    database.jdbc().sql(LOCK).param("mn", mn).param("days", asked).query().listOfRows();
  }
}
