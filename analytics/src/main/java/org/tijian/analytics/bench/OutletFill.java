package org.tijian.analytics.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tijian.analytics.YearCheck;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.SampleUpkeep;

/**
 * Stores what the measurement of checks reads: a year of one outlet, and of many outlets a month of
 * minutes and hourly values, folded but for the newest.
 */
final class OutletFill {
  /** Outlets with values of their own; the others are stored copies of these. */
  static final int DISTINCT = 40;

  static final int YEAR_OUTLET = 1_000_000;
  static final int YEAR_DAYS = 365;

  /** Hourly values beside the minutes, as loggers report them: here those of the first minute. */
  private static final String HOURLY =
      """
      insert into sample (outlet_id, kind, measured_at, part, version, received_at, frame_id, layout_id, content_hash,
                          value, minimum, maximum, amount, converted)
      select outlet_id, 2061, date_trunc('hour', measured_at), 0, 0, received_at + interval '1 hour', frame_id + 1000000,
             layout_id, content_hash, value, minimum, maximum, amount, value
        from sample
       where kind = 2051 and outlet_id <> :year and extract(minute from measured_at) = 0
      """;

  private final Settings settings;
  private final MonitoringDatabase database;

  OutletFill(Settings settings, MonitoringDatabase database) {
    this.settings = settings;
    this.database = database;
  }

  void all(Instant now) throws SQLException {
    String factors = "{" + String.join(",", YearCheck.FACTORS) + "}";
    int layout =
        database
            .jdbc()
            .sql("insert into factor_layout (factors) values (:factors::text[]) returning id")
            .param("factors", factors)
            .query(Integer.class)
            .single();
    try (Connection connection = database.dataSource().getConnection()) {
      for (int outlet = 1; outlet <= Math.min(settings.outlets(), DISTINCT); outlet++) {
        fill(connection, outlet, now, settings.days(), layout);
      }
      fill(connection, YEAR_OUTLET, now, YEAR_DAYS, layout);
    }
    database.jdbc().sql(HOURLY).param("year", YEAR_OUTLET).update();
    SampleUpkeep.on(database, Duration.ofHours(6), null).run(now);
    for (String table : List.of("sample_day", "sample_block", "sample")) {
      copy(table);
    }
  }

  /** Gives the further outlets rows of their own with what the first have. */
  void copy(String table) {
    String columns =
        database
            .jdbc()
            .sql(
                """
                select string_agg(column_name, ', ' order by ordinal_position)
                  from information_schema.columns
                 where table_schema = current_schema() and table_name = :table
                   and column_name <> 'outlet_id'
                """)
            .param("table", table)
            .query(String.class)
            .single();
    String add =
        """
        insert into %1$s (outlet_id, %2$s)
        select outlet_id + :shift, %2$s
          from %1$s
         where outlet_id <= :distinct and outlet_id + :shift <= :outlets
        """
            .formatted(table, columns);
    for (int shift = DISTINCT; shift < settings.outlets(); shift += DISTINCT) {
      database
          .jdbc()
          .sql(add)
          .param("shift", shift)
          .param("distinct", DISTINCT)
          .param("outlets", settings.outlets())
          .update();
    }
    database.jdbc().sql("vacuum analyze " + table).update();
  }

  private void fill(Connection connection, int outlet, Instant now, int days, int layout)
      throws SQLException {
    MinuteSeries series = new MinuteSeries(settings.seed() + outlet, settings.noise() / 100.0);
    try (BinaryCopy copy = new BinaryCopy(connection, "sample")) {
      for (int i = 1440 * days; i > 0; i--) {
        copy.row(outlet, now.minus(i, ChronoUnit.MINUTES), i, layout, series.next());
      }
    }
  }
}
