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
  /** The inner select still sees the table as it was before. */
  private static final BatchStatement RAISE =
      new BatchStatement(
          """
          insert into logger_newest as newest (mn, kind, data_time)
          select mn, kind, to_timestamp(data_time / 1000.0)
            from unnest(?::text[], ?::int[], ?::float8[]) as batch (mn, kind, data_time)
          on conflict (mn, kind) do update
             set data_time = greatest(newest.data_time, excluded.data_time)
          returning mn, kind,
                    (select before.data_time
                       from logger_newest as before
                      where before.mn = newest.mn and before.kind = newest.kind) as known
          """);

  /** A logger's data of one kind. */
  record Stream(String mn, PeriodKind kind) {}

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
    Map<Stream, Instant> before = new HashMap<>();
    RAISE.query(
        database,
        columns(raised),
        row -> {
          OffsetDateTime known = row.getObject("known", OffsetDateTime.class);
          if (known != null) {
            before.put(
                new Stream(row.getString("mn"), PeriodKind.of(row.getInt("kind"))),
                known.toInstant());
          }
        });
    return before;
  }

  private static Object[] columns(Map<Stream, Instant> raised) {
    return new Object[] {
      raised.keySet().stream().map(Stream::mn).toArray(String[]::new),
      raised.keySet().stream().mapToInt(stream -> stream.kind().code()).toArray(),
      raised.values().stream().mapToDouble(Instant::toEpochMilli).toArray()
    };
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
