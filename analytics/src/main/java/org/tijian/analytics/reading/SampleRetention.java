package org.tijian.analytics.reading;

import java.time.LocalDate;
import java.util.List;

/**
 * Removes readings past their time, folded and not, a day at a time so that no statement takes
 * long, and records each removal in {@code sample_retention}.
 */
final class SampleRetention {
  private static final String DAYS =
      """
      select day from sample_day where day < :before
      union
      select beijing_day(measured_at) from sample where measured_at < beijing_midnight(:before)
      order by day
      """;

  private static final String REMOVE =
      """
      with removed as (
        delete from sample_day where day = :day returning row_count
      ), blocks as (
        delete from sample_block where day = :day
      ), loose as (
        delete from sample
         where measured_at >= beijing_midnight(:day) and measured_at < beijing_midnight(:day + 1)
        returning 1
      )
      insert into sample_retention (day, outlet_days, rows)
      select :day, (select count(*) from removed),
             coalesce((select sum(row_count) from removed), 0) + (select count(*) from loose)
      """;

  private final MonitoringDatabase database;

  SampleRetention(MonitoringDatabase database) {
    this.database = database;
  }

  void remove(LocalDate before) {
    List<LocalDate> days =
        database.jdbc().sql(DAYS).param("before", before).query(LocalDate.class).list();
    for (LocalDate day : days) {
      database.jdbc().sql(REMOVE).param("day", day).update();
    }
  }
}
