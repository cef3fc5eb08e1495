package org.tijian.analytics.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code sample}: one row per outlet, kind, period, part and version. */
final class SampleTable {
  /** In the order of the key, for the same reason as in {@link FrameTable}. */
  private static final String ADD =
      """
      insert into sample (outlet_id, kind, measured_at, part, version, received_at, frame_id,
                          layout_id, content_hash, value, minimum, maximum, amount, converted, mark)
      select outlet_id, kind, to_timestamp(measured / 1000.0), part, version,
             to_timestamp(received / 1000.0), frame_id, layout_id, content_hash, value::float8[],
             minimum::float8[], maximum::float8[], amount::float8[], converted::float8[],
             mark::text[]
        from unnest(:outlet::bigint[], :kind::int[], :measured::float8[], :part::int[],
                    :version::int[], :received::float8[], :frame::bigint[], :layout::int[],
                    :hash::bigint[], :value::text[], :minimum::text[], :maximum::text[],
                    :amount::text[], :converted::text[], :mark::text[])
          as batch (outlet_id, kind, measured, part, version, received, frame_id, layout_id,
                    content_hash, value, minimum, maximum, amount, converted, mark)
       order by outlet_id, kind, measured, part, version, frame_id
      on conflict do nothing
      returning frame_id
      """;

  private static final String NEWEST =
      """
      select asked.frame_id, newest.version, newest.content_hash
        from unnest(:frame::bigint[], :outlet::bigint[], :kind::int[], :measured::float8[],
                    :part::int[]) as asked (frame_id, outlet_id, kind, measured, part)
       cross join lateral
             (select version, content_hash
                from sample
               where outlet_id = asked.outlet_id
                 and kind = asked.kind
                 and measured_at = to_timestamp(asked.measured / 1000.0)
                 and part = asked.part
               order by version desc
               limit 1) as newest
      """;

  private record Newest(int version, long contentHash) {}

  private final MonitoringDatabase database;
  private final SampleThaw thaw;

  SampleTable(MonitoringDatabase database) {
    this.database = database;
    this.thaw = new SampleThaw(database);
  }

  /**
   * @param samples in order of arrival
   * @return frames whose readings were there already, with equal values
   */
  Set<Long> add(List<PendingSample> samples) {
    thaw.before(samples);
    Set<Long> repeated = new HashSet<>();
    List<PendingSample> waiting = remaining(samples, insert(samples));
    while (!waiting.isEmpty()) {
      waiting = settleOnePerPeriod(waiting, repeated);
    }
    return repeated;
  }

  /** One per period and round, because each may be compared with the one before it. */
  private List<PendingSample> settleOnePerPeriod(List<PendingSample> waiting, Set<Long> repeated) {
    Map<PendingSample.Period, PendingSample> first = new LinkedHashMap<>();
    waiting.forEach(sample -> first.putIfAbsent(sample.period(), sample));
    Map<Long, Newest> newest = newest(List.copyOf(first.values()));
    List<PendingSample> differing = new ArrayList<>();
    Set<Long> settled = new HashSet<>();
    for (PendingSample sample : first.values()) {
      Newest stored = newest.get(sample.frameId());
      if (stored == null) {
        differing.add(sample.withVersion(0));
      } else if (stored.contentHash() == sample.row().contentHash()) {
        repeated.add(sample.frameId());
        settled.add(sample.frameId());
      } else {
        differing.add(sample.withVersion(stored.version() + 1));
      }
    }
    settled.addAll(insert(differing));
    return remaining(waiting, settled);
  }

  private static List<PendingSample> remaining(List<PendingSample> samples, Set<Long> settled) {
    return samples.stream().filter(sample -> !settled.contains(sample.frameId())).toList();
  }

  private Set<Long> insert(List<PendingSample> samples) {
    if (samples.isEmpty()) {
      return Set.of();
    }
    return database.jdbc().sql(ADD).params(columns(samples)).query(Long.class).set();
  }

  private Map<Long, Newest> newest(List<PendingSample> samples) {
    Map<Long, Newest> newest = new HashMap<>();
    database
        .jdbc()
        .sql(NEWEST)
        .params(keys(samples))
        .query(
            row -> {
              newest.put(
                  row.getLong("frame_id"),
                  new Newest(row.getInt("version"), row.getLong("content_hash")));
            });
    return newest;
  }

  private static Map<String, Object> keys(List<PendingSample> samples) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("frame", longs(samples, PendingSample::frameId));
    columns.put("outlet", longs(samples, s -> s.readings().outletId()));
    columns.put("kind", integers(samples, s -> s.readings().kind().code()));
    columns.put("measured", millis(samples, s -> s.readings().measuredAt().toEpochMilli()));
    columns.put("part", integers(samples, s -> s.readings().part()));
    return columns;
  }

  private static Map<String, Object> columns(List<PendingSample> samples) {
    Map<String, Object> columns = keys(samples);
    columns.put("version", integers(samples, PendingSample::version));
    columns.put("received", millis(samples, s -> s.receivedAt().toEpochMilli()));
    columns.put("layout", integers(samples, PendingSample::layoutId));
    columns.put("hash", longs(samples, s -> s.row().contentHash()));
    columns.put("value", literals(samples, SampleRow::value));
    columns.put("minimum", literals(samples, SampleRow::minimum));
    columns.put("maximum", literals(samples, SampleRow::maximum));
    columns.put("amount", literals(samples, SampleRow::amount));
    columns.put("converted", literals(samples, SampleRow::converted));
    columns.put("mark", literals(samples, SampleRow::mark));
    return columns;
  }

  private static Long[] longs(List<PendingSample> samples, Function<PendingSample, Long> column) {
    return samples.stream().map(column).toArray(Long[]::new);
  }

  private static Integer[] integers(
      List<PendingSample> samples, Function<PendingSample, Integer> column) {
    return samples.stream().map(column).toArray(Integer[]::new);
  }

  private static Double[] millis(List<PendingSample> samples, Function<PendingSample, Long> time) {
    return samples.stream().map(s -> time.apply(s).doubleValue()).toArray(Double[]::new);
  }

  private static String[] literals(
      List<PendingSample> samples, Function<SampleRow, @Nullable String> column) {
    return samples.stream().map(s -> column.apply(s.row())).toArray(String[]::new);
  }
}
