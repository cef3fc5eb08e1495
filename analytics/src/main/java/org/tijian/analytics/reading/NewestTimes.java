package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Timeliness.Newest;

/**
 * The newest DataTime of every logger and kind before a batch, and with it. Two batches of one
 * logger that are stored at the same moment are each held against what was before both.
 */
final class NewestTimes {

  /** A logger's data of one kind. */
  record Stream(String mn, PeriodKind kind) {
    /** Null if the frame does not say when its data is from. */
    static @Nullable Stream of(ArrivedFrame frame) {
      PeriodKind kind = frame.facts().kind();
      return kind == null || frame.facts().dataTime() == null ? null : new Stream(frame.mn(), kind);
    }
  }

  private final Map<Stream, Newest> newest;

  /**
   * @param before of the streams of the batch, as far as there is one
   */
  NewestTimes(Map<Stream, Newest> before) {
    this.newest = new HashMap<>(before);
  }

  /** Of all streams of the batch, once all its frames have passed. */
  Map<Stream, Newest> all() {
    return newest;
  }

  /** The last columns of the journal of accounts. */
  Object[] columns() {
    return new Object[] {
      newest.keySet().stream().map(Stream::mn).toArray(String[]::new),
      newest.keySet().stream().mapToInt(stream -> stream.kind().code()).toArray(),
      newest.values().stream().mapToDouble(each -> each.dataTime().toEpochMilli()).toArray(),
      newest.values().stream().map(NewestTimes::arrival).toArray(Double[]::new)
    };
  }

  private static @Nullable Double arrival(Newest newest) {
    Instant at = newest.arrivedAt();
    return at == null ? null : (double) at.toEpochMilli();
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
