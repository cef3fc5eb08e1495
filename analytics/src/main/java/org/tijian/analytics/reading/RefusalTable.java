package org.tijian.analytics.reading;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What is added to the table {@code frame_refusal_day}: the refused frames by reason. */
final class RefusalTable {
  private static final String ADD =
      """
      insert into frame_refusal_day (mn, day, code, frames)
      select mn, day, code, frames
        from unnest(:mn::text[], :day::date[], :code::text[], :frames::bigint[])
          as batch (mn, day, code, frames)
      on conflict (mn, day, code) do update
         set frames = frame_refusal_day.frames + excluded.frames
      """;

  private record Key(DeviceDay day, String code) {}

  private record Row(Key key, long frames) {}

  private final Map<Key, Long> counts =
      new TreeMap<>(Comparator.comparing(Key::day).thenComparing(Key::code));

  /**
   * @param frames negative if they are moved out
   */
  void count(DeviceDay day, String code, long frames) {
    counts.merge(new Key(day, code), frames, Long::sum);
  }

  /** Of one transaction all together, in the order of their key: two must not wait crosswise. */
  void add(RefusalTable others) {
    others.counts.forEach((key, frames) -> count(key.day(), key.code(), frames));
  }

  void addTo(MonitoringDatabase database) {
    if (counts.isEmpty()) {
      return;
    }
    Columns<Row> columns =
        new Columns<>(
            counts.entrySet().stream().map(e -> new Row(e.getKey(), e.getValue())).toList());
    columns
        .text("mn", r -> r.key().day().mn())
        .text("day", r -> r.key().day().day().toString())
        .text("code", r -> r.key().code())
        .number("frames", Row::frames);
    database.jdbc().sql(ADD).params(columns.arrays()).update();
  }
}
