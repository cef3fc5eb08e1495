package org.tijian.analytics.reading;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.tijian.analytics.reading.NewestTimes.Stream;
import org.tijian.analytics.reading.Timeliness.Newest;

/**
 * The newest times of all loggers, as this process has seen them. They survive its end: a logger of
 * whom nothing is known yet is looked up. Bounded by the register: only frames of registered
 * loggers are read.
 */
final class KnownNewest {
  private static final BatchStatement LOOK_UP =
      new BatchStatement(
          """
          with asked as (select unnest(?::text[]) as mn, unnest(?::int[]) as kind)
          select mn, kind, data_time, arrived_at
            from logger_newest join asked using (mn, kind)
          union all
          select mn, kind, data_time, arrived_at
            from (select newest.*
                    from account_journal as j cross join lateral journal_newest(j) as newest)
                   as waiting join asked using (mn, kind)
           order by data_time, arrived_at nulls first
          """);

  private final MonitoringDatabase database;
  private final Map<Stream, Newest> known = new ConcurrentHashMap<>();

  KnownNewest(MonitoringDatabase database) {
    this.database = database;
  }

  /**
   * @param read the frames of a batch that are new and could be read
   */
  NewestTimes before(Collection<ArrivedFrame> read) {
    Map<Stream, Newest> before = new HashMap<>();
    List<Stream> asked = read.stream().map(Stream::of).filter(Objects::nonNull).distinct().toList();
    List<Stream> strange = asked.stream().filter(stream -> !known.containsKey(stream)).toList();
    if (!strange.isEmpty()) {
      LOOK_UP.query(
          database,
          new Object[] {
            strange.stream().map(Stream::mn).toArray(String[]::new),
            strange.stream().mapToInt(stream -> stream.kind().code()).toArray()
          },
          row -> {
            OffsetDateTime arrived = row.getObject("arrived_at", OffsetDateTime.class);
            before.put(
                new Stream(row.getString("mn"), PeriodKind.of(row.getInt("kind"))),
                new Newest(
                    row.getObject("data_time", OffsetDateTime.class).toInstant(),
                    arrived == null ? null : arrived.toInstant()));
          });
    }
    for (Stream stream : asked) {
      Newest newest = known.get(stream);
      if (newest != null) {
        before.put(stream, newest);
      }
    }
    return new NewestTimes(before);
  }

  /** To be told of what is committed: a batch that failed has moved nothing. */
  void committed(NewestTimes batch) {
    batch
        .all()
        .forEach(
            (stream, newest) ->
                known.merge(
                    stream,
                    newest,
                    (one, next) -> next.dataTime().isBefore(one.dataTime()) ? one : next));
  }
}
