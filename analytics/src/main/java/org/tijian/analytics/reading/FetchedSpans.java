package org.tijian.analytics.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The spans of time for which loggers are just being asked for history, by the journal of commands:
 * true for every gateway, also for one that was started meanwhile.
 */
final class FetchedSpans {
  /** Frames may still be on their way, or be handed out again, when the end was told. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private static final BatchStatement ASKED =
      new BatchStatement(
          """
          select command.mn, kind, parameters::jsonb ->> 'BeginTime' as begins,
                 parameters::jsonb ->> 'EndTime' as ends
            from command join unnest(?::text[], ?::float8[]) as batch (mn, arrival)
                           on command.mn = batch.mn
           where kind in ('MINUTE_HISTORY', 'HOUR_HISTORY', 'DAY_HISTORY') and sent_at is not null
             and (ended_at is null or ended_at > to_timestamp(arrival / 1000.0))
          """);

  private record Span(Instant from, Instant until) {
    boolean holds(Instant time) {
      return !time.isBefore(from) && !time.isAfter(until);
    }
  }

  private final Map<NewestTimes.Stream, List<Span>> spans = new HashMap<>();

  private FetchedSpans() {}

  /**
   * @param old frames that may have been asked for
   */
  static FetchedSpans of(List<ArrivedFrame> old, MonitoringDatabase database) {
    FetchedSpans asked = new FetchedSpans();
    Map<String, Instant> earliest = new HashMap<>();
    old.forEach(
        frame ->
            earliest.merge(
                frame.mn(), frame.receivedAt(), (one, other) -> one.isBefore(other) ? one : other));
    if (!earliest.isEmpty()) {
      ASKED.query(
          database,
          new Object[] {
            earliest.keySet().toArray(String[]::new),
            earliest.values().stream().mapToDouble(at -> at.minus(LATE).toEpochMilli()).toArray()
          },
          row ->
              asked.add(
                  row.getString("mn"),
                  row.getString("kind"),
                  row.getString("begins"),
                  row.getString("ends")));
    }
    return asked;
  }

  private void add(String mn, String command, String begins, String ends) {
    PeriodKind kind =
        switch (command) {
          case "MINUTE_HISTORY" -> PeriodKind.MINUTE;
          case "HOUR_HISTORY" -> PeriodKind.HOUR;
          default -> PeriodKind.DAY;
        };
    spans
        .computeIfAbsent(new NewestTimes.Stream(mn, kind), stream -> new ArrayList<>())
        .add(new Span(time(begins), time(ends)));
  }

  /** The journal has Beijing time. */
  private static Instant time(String text) {
    return LocalDateTime.parse(text, TIME).toInstant(BeijingTime.OFFSET);
  }

  boolean hold(NewestTimes.Stream stream, Instant dataTime) {
    return spans.getOrDefault(stream, List.of()).stream().anyMatch(span -> span.holds(dataTime));
  }
}
