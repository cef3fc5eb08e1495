package org.tijian.analytics.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table {@code sample}: one row per outlet, kind, period, part and version. */
final class SampleTable {
  /**
   * A sample's minima and so on are a slice of the array of all numbers, null where their place is
   * 0; NaN stands for no number.
   */
  private static final BatchStatement ADD =
      new BatchStatement(
          """
          insert into sample (outlet_id, kind, measured_at, part, version, received_at, frame_id,
                              layout_id, content_hash, value, minimum, maximum, amount, converted,
                              mark)
          select outlet_id, kind, to_timestamp(measured / 1000.0), part, version,
                 to_timestamp(received / 1000.0), frame_id, layout_id, content_hash,
                 array_replace(n[value:value + factors - 1], 'NaN', null),
                 array_replace(n[nullif(minimum, 0):minimum + factors - 1], 'NaN', null),
                 array_replace(n[nullif(maximum, 0):maximum + factors - 1], 'NaN', null),
                 array_replace(n[nullif(amount, 0):amount + factors - 1], 'NaN', null),
                 array_replace(n[nullif(converted, 0):converted + factors - 1], 'NaN', null),
                 mark::text[]
            from (select ?::float8[] as n) as numbers,
                 (select unnest(?::bigint[]), unnest(?::int[]), unnest(?::float8[]),
                         unnest(?::int[]), unnest(?::int[]), unnest(?::float8[]),
                         unnest(?::bigint[]), unnest(?::int[]), unnest(?::bigint[]),
                         unnest(?::int[]), unnest(?::int[]), unnest(?::int[]), unnest(?::int[]),
                         unnest(?::int[]), unnest(?::int[]), unnest(?::text[]))
              as batch (outlet_id, kind, measured, part, version, received, frame_id, layout_id,
                        content_hash, factors, value, minimum, maximum, amount, converted, mark)
          on conflict do nothing
          returning frame_id
          """);

  private static final BatchStatement NEWEST =
      new BatchStatement(
          """
          select asked.frame_id, newest.version, newest.content_hash
            from unnest(?::bigint[], ?::bigint[], ?::int[], ?::float8[], ?::int[])
                   as asked (frame_id, outlet_id, kind, measured, part)
           cross join lateral
                 (select version, content_hash
                    from sample
                   where outlet_id = asked.outlet_id
                     and kind = asked.kind
                     and measured_at = to_timestamp(asked.measured / 1000.0)
                     and part = asked.part
                   order by version desc
                   limit 1) as newest
          """);

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
    Set<Long> inserted = insert(samples);
    if (inserted.size() == samples.size()) {
      return Set.of();
    }
    Set<Long> repeated = new HashSet<>();
    List<PendingSample> waiting = remaining(samples, inserted);
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
    List<PendingSample> sorted = new ArrayList<>(samples);
    sorted.sort(PendingSample.BY_KEY);
    Set<Long> inserted = new HashSet<>(2 * samples.size());
    ADD.query(
        database, new SampleColumns(sorted).rows(), row -> inserted.add(row.getLong("frame_id")));
    return inserted;
  }

  private Map<Long, Newest> newest(List<PendingSample> samples) {
    Map<Long, Newest> newest = new HashMap<>();
    NEWEST.query(
        database,
        new SampleColumns(samples).keys(),
        row ->
            newest.put(
                row.getLong("frame_id"),
                new Newest(row.getInt("version"), row.getLong("content_hash"))));
    return newest;
  }
}
