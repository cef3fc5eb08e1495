package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest DataTime of every logger and kind, kept in the table {@code logger_newest}: it
 * survives restarts, and a batch that failed has not moved it. Two batches of one logger that are
 * stored at the same moment are each held against what was there before both.
 */
final class NewestTimes {
  /** The outer select still sees the table as it was before. */
  private static final String RAISE =
      """
      with asked as (
        select mn, kind, to_timestamp(newest / 1000.0) as data_time
          from unnest(:mn::text[], :kind::bigint[], :newest::float8[]) as batch (mn, kind, newest)
      ), raised as (
        insert into logger_newest (mn, kind, data_time)
        select mn, kind, data_time from asked order by mn, kind
        on conflict (mn, kind) do update set data_time = excluded.data_time
         where logger_newest.data_time < excluded.data_time
      )
      select known.mn, known.kind, known.data_time
        from logger_newest known
        join asked on asked.mn = known.mn and asked.kind = known.kind
      """;

  /** A logger's data of one kind. */
  record Stream(String mn, PeriodKind kind) {}

  private record Row(Stream stream, Instant newest) {}

  private final Map<Stream, Instant> newest;

  private NewestTimes(Map<Stream, Instant> newest) {
    this.newest = newest;
  }

  /**
   * Raises the table to a batch.
   *
   * @param read the frames of the batch that are new and could be read
   */
  static NewestTimes before(List<ArrivedFrame> read, MonitoringDatabase database) {
    Map<Stream, Instant> raised =
        new TreeMap<>(Comparator.comparing(Stream::mn).thenComparing(Stream::kind));
    for (ArrivedFrame frame : read) {
      PeriodKind kind = frame.facts().kind();
      Instant time = frame.facts().dataTime();
      if (kind != null && time != null) {
        raised.merge(
            new Stream(frame.mn(), kind), time, (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    return new NewestTimes(raised.isEmpty() ? new HashMap<>() : raise(raised, database));
  }

  private static Map<Stream, Instant> raise(
      Map<Stream, Instant> raised, MonitoringDatabase database) {
    Columns<Row> columns =
        new Columns<>(
            raised.entrySet().stream().map(e -> new Row(e.getKey(), e.getValue())).toList());
    columns
        .text("mn", r -> r.stream().mn())
        .number("kind", r -> (long) r.stream().kind().code())
        .time("newest", Row::newest);
    Map<Stream, Instant> before = new HashMap<>();
    database
        .jdbc()
        .sql(RAISE)
        .params(columns.arrays())
        .query(
            row -> {
              before.put(
                  new Stream(row.getString("mn"), PeriodKind.of(row.getInt("kind"))),
                  row.getObject("data_time", OffsetDateTime.class).toInstant());
            });
    return before;
  }

  /** Whether the frame is older than one before it; asked once for each, in order of arrival. */
  boolean isOvertaken(Stream stream, Instant dataTime) {
    Instant known = newest.get(stream);
    if (known != null && dataTime.isBefore(known)) {
      return true;
    }
    newest.put(stream, dataTime);
    return false;
  }
}
