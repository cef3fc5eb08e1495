package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Timeliness.Newest;

/**
 * The newest DataTime of every logger and kind, kept in the table {@code logger_newest}: it
 * survives restarts, and a batch that failed has not moved it. Two batches of one logger that are
 * stored at the same moment are each held against what was there before both.
 */
final class NewestTimes {
  /** All parts of a statement see the table as it was before. */
  private static final BatchStatement RAISE =
      new BatchStatement(
          """
          with before as (
            select newest.* from logger_newest as newest
              join unnest(?::text[], ?::int[]) as batch (mn, kind) using (mn, kind)),
          raised as (
            insert into logger_newest as newest (mn, kind, data_time, arrived_at)
            select mn, kind, to_timestamp(data_time / 1000.0), to_timestamp(arrived_at / 1000.0)
              from unnest(?::text[], ?::int[], ?::float8[], ?::float8[])
                as batch (mn, kind, data_time, arrived_at)
            on conflict (mn, kind) do update
               set data_time = greatest(newest.data_time, excluded.data_time),
                   arrived_at = case when excluded.data_time >= newest.data_time
                                     then excluded.arrived_at else newest.arrived_at end)
          select mn, kind, data_time, arrived_at from before
          """);

  /** A logger's data of one kind. */
  record Stream(String mn, PeriodKind kind) {}

  private final Map<Stream, Newest> newest;

  private NewestTimes(Map<Stream, Newest> newest) {
    this.newest = newest;
  }

  /**
   * Raises the table to a batch.
   *
   * @param read the frames of the batch that are new and could be read
   */
  static NewestTimes before(List<ArrivedFrame> read, MonitoringDatabase database) {
    Map<Stream, Newest> raised =
        new TreeMap<>(Comparator.comparing(Stream::mn).thenComparing(Stream::kind));
    for (ArrivedFrame frame : read) {
      PeriodKind kind = frame.facts().kind();
      Instant time = frame.facts().dataTime();
      if (kind != null && time != null) {
        raised.merge(
            new Stream(frame.mn(), kind),
            new Newest(time, frame.receivedAt()),
            (one, other) -> one.dataTime().isAfter(other.dataTime()) ? one : other);
      }
    }
    return new NewestTimes(raised.isEmpty() ? new HashMap<>() : raise(raised, database));
  }

  private static Map<Stream, Newest> raise(
      Map<Stream, Newest> raised, MonitoringDatabase database) {
    Map<Stream, Newest> before = new HashMap<>();
    RAISE.query(
        database,
        columns(raised),
        row -> {
          OffsetDateTime arrived = row.getObject("arrived_at", OffsetDateTime.class);
          before.put(
              new Stream(row.getString("mn"), PeriodKind.of(row.getInt("kind"))),
              new Newest(
                  row.getObject("data_time", OffsetDateTime.class).toInstant(),
                  arrived == null ? null : arrived.toInstant()));
        });
    return before;
  }

  private static Object[] columns(Map<Stream, Newest> raised) {
    String[] loggers = raised.keySet().stream().map(Stream::mn).toArray(String[]::new);
    int[] kinds = raised.keySet().stream().mapToInt(stream -> stream.kind().code()).toArray();
    return new Object[] {
      loggers,
      kinds,
      loggers,
      kinds,
      raised.values().stream().mapToDouble(each -> each.dataTime().toEpochMilli()).toArray(),
      raised.values().stream().mapToDouble(NewestTimes::arrival).toArray()
    };
  }

  private static double arrival(Newest newest) {
    return Objects.requireNonNull(newest.arrivedAt()).toEpochMilli();
  }

  /** Whether it is older than what was there, or old in itself: live data is neither. */
  boolean mayBeAskedFor(ArrivedFrame frame) {
    PeriodKind kind = frame.facts().kind();
    Instant time = frame.facts().dataTime();
    if (kind == null || time == null || kind == PeriodKind.REAL_TIME || frame.facts().resent()) {
      return false;
    }
    Newest known = newest.get(new Stream(frame.mn(), kind));
    return (known != null && time.isBefore(known.dataTime()))
        || Timeliness.isOld(kind, time, frame.receivedAt());
  }

  @Nullable Newest of(Stream stream) {
    return newest.get(stream);
  }

  /** What is the newest once the frame is counted; to be told of each in order of arrival. */
  void passed(Stream stream, Newest frame) {
    newest.merge(
        stream, frame, (known, next) -> next.dataTime().isBefore(known.dataTime()) ? known : next);
  }
}
