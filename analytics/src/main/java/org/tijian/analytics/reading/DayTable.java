package org.tijian.analytics.reading;

import java.util.Map;

/** The table {@code frame_day}. */
final class DayTable {
  private static final String ADD =
      """
      insert into frame_day (mn, day, stored, noted, duplicate, refused, last_received_at, not_kept,
                             defective, resent, out_of_order, latency_count, latency_sum,
                             latency_least, latency_most, clock_count, clock_sum, clock_least,
                             clock_most, transports)
      select mn, day, stored, noted, duplicate, refused, to_timestamp(last / 1000.0), not_kept,
             defective, resent, out_of_order, latency_count, latency_sum, latency_least,
             latency_most, clock_count, clock_sum, clock_least, clock_most,
             string_to_array(transports, ',')
        from unnest(:mn::text[], :day::date[], :stored::bigint[], :noted::bigint[],
                    :duplicate::bigint[], :refused::bigint[], :last::float8[], :notKept::bigint[],
                    :defective::bigint[], :resent::bigint[], :outOfOrder::bigint[],
                    :latencyCount::bigint[], :latencySum::bigint[], :latencyLeast::bigint[],
                    :latencyMost::bigint[], :clockCount::bigint[], :clockSum::bigint[],
                    :clockLeast::bigint[], :clockMost::bigint[], :transports::text[])
          as batch (mn, day, stored, noted, duplicate, refused, last, not_kept, defective, resent,
                    out_of_order, latency_count, latency_sum, latency_least, latency_most,
                    clock_count, clock_sum, clock_least, clock_most, transports)
      on conflict (mn, day) do update
         set stored = frame_day.stored + excluded.stored,
             noted = frame_day.noted + excluded.noted,
             duplicate = frame_day.duplicate + excluded.duplicate,
             refused = frame_day.refused + excluded.refused,
             last_received_at = greatest(frame_day.last_received_at, excluded.last_received_at),
             not_kept = frame_day.not_kept + excluded.not_kept,
             defective = frame_day.defective + excluded.defective,
             resent = frame_day.resent + excluded.resent,
             out_of_order = frame_day.out_of_order + excluded.out_of_order,
             latency_count = frame_day.latency_count + excluded.latency_count,
             latency_sum = frame_day.latency_sum + excluded.latency_sum,
             latency_least = least(frame_day.latency_least, excluded.latency_least),
             latency_most = greatest(frame_day.latency_most, excluded.latency_most),
             clock_count = frame_day.clock_count + excluded.clock_count,
             clock_sum = frame_day.clock_sum + excluded.clock_sum,
             clock_least = least(frame_day.clock_least, excluded.clock_least),
             clock_most = greatest(frame_day.clock_most, excluded.clock_most),
             transports = case when frame_day.transports @> excluded.transports
                               then frame_day.transports
                               else array(select distinct unnest(frame_day.transports
                                                                 || excluded.transports)
                                           order by 1) end
      """;

  private final MonitoringDatabase database;

  DayTable(MonitoringDatabase database) {
    this.database = database;
  }

  private record Row(DeviceDay key, DayAccount account) {}

  /**
   * @param accounts sorted
   */
  void add(Map<DeviceDay, DayAccount> accounts) {
    Columns<Row> columns =
        new Columns<>(
            accounts.entrySet().stream().map(e -> new Row(e.getKey(), e.getValue())).toList());
    columns
        .text("mn", r -> r.key().mn())
        .text("day", r -> r.key().day().toString())
        .text("transports", r -> r.account().transports())
        .time("last", r -> r.account().last());
    counts(columns);
    spreads(columns);
    database.jdbc().sql(ADD).params(columns.arrays()).update();
  }

  private static void counts(Columns<Row> columns) {
    columns
        .number("stored", r -> r.account().count(Fate.STORED))
        .number("noted", r -> r.account().count(Fate.NOTED))
        .number("duplicate", r -> r.account().count(Fate.DUPLICATE))
        .number("refused", r -> r.account().count(Fate.REFUSED))
        .number("notKept", r -> r.account().countNotKept())
        .number("defective", r -> r.account().countDefective())
        .number("resent", r -> r.account().countResent())
        .number("outOfOrder", r -> r.account().countOutOfOrder());
  }

  private static void spreads(Columns<Row> columns) {
    columns
        .number("latencyCount", r -> r.account().latency().count())
        .number("latencySum", r -> r.account().latency().sum())
        .number("latencyLeast", r -> r.account().latency().least())
        .number("latencyMost", r -> r.account().latency().most())
        .number("clockCount", r -> r.account().clock().count())
        .number("clockSum", r -> r.account().clock().sum())
        .number("clockLeast", r -> r.account().clock().least())
        .number("clockMost", r -> r.account().clock().most());
  }
}
