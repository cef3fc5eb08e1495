package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a batch adds to the table {@code frame_defect_day}. Every arrival counts, repeats too: a
 * logger that repeats a defective frame does it wrong each time. A defect that one frame has twice
 * counts once.
 */
final class DefectTable {
  private static final String ADD =
      """
      insert into frame_defect_day (mn, day, code, clause, frames, first_at, last_at,
                                    sample_frame_id)
      select mn, day, code, clause, frames, to_timestamp(first / 1000.0),
             to_timestamp(last / 1000.0), sample
        from unnest(:mn::text[], :day::date[], :code::text[], :clause::text[], :frames::bigint[],
                    :first::float8[], :last::float8[], :sample::bigint[])
          as batch (mn, day, code, clause, frames, first, last, sample)
      on conflict (mn, day, code) do update
         set clause = coalesce(excluded.clause, frame_defect_day.clause),
             frames = frame_defect_day.frames + excluded.frames,
             first_at = least(frame_defect_day.first_at, excluded.first_at),
             last_at = greatest(frame_defect_day.last_at, excluded.last_at),
             sample_frame_id = coalesce(excluded.sample_frame_id, frame_defect_day.sample_frame_id)
      """;

  private record Key(DeviceDay day, String code) {}

  private static final class Count {
    private @Nullable String clause;
    private @Nullable Long sample;
    private long frames;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    void add(FrameFacts.FrameDefect defect, Instant arrival, @Nullable Long frameId) {
      clause = defect.clause() == null ? clause : defect.clause();
      sample = frameId == null ? sample : frameId;
      first = arrival.isBefore(first) ? arrival : first;
      last = arrival.isAfter(last) ? arrival : last;
      frames++;
    }
  }

  private record Row(Key key, Count count) {}

  private final Map<Key, Count> counts =
      new TreeMap<>(Comparator.comparing(Key::day).thenComparing(Key::code));

  void count(DeviceDay day, ArrivedFrame frame, Instant arrival, @Nullable Long frameId) {
    List<FrameFacts.FrameDefect> defects = frame.facts().defects();
    if (defects.isEmpty()) {
      return;
    }
    Set<String> counted = new HashSet<>();
    for (FrameFacts.FrameDefect defect : defects) {
      if (counted.add(defect.code())) {
        counts
            .computeIfAbsent(new Key(day, defect.code()), k -> new Count())
            .add(defect, arrival, frameId);
      }
    }
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
        .text("clause", r -> r.count().clause)
        .number("frames", r -> r.count().frames)
        .time("first", r -> r.count().first)
        .time("last", r -> r.count().last)
        .number("sample", r -> r.count().sample);
    database.jdbc().sql(ADD).params(columns.arrays()).update();
  }
}
