package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code frame}: every frame once, with the number of its copies. */
final class FrameTable {
  /**
   * Rows are taken in the order of the unique key, so that two batches with the same frames queue
   * up for each other instead of locking crosswise; numbers are drawn before, in order of arrival.
   */
  private static final String ADD =
      """
      insert into frame (id, mn, digest, received_at, last_received_at, copies, transport, command,
                         bytes, verdict, refusal_code, refusal_declared, refusal_found,
                         refusal_offset)
      overriding system value
      select id, mn, digest, to_timestamp(first / 1000.0), to_timestamp(last / 1000.0), copies,
             transport, command, bytes, verdict, code, declared, found, at
        from (select nextval(pg_get_serial_sequence('frame', 'id')) as id, batch.*
                from unnest(:mn::text[], :digest::bytea[], :first::float8[], :last::float8[],
                            :copies::int[], :transport::text[], :command::text[], :bytes::bytea[],
                            :verdict::text[], :code::text[], :declared::text[], :found::text[],
                            :at::int[])
                  as batch (mn, digest, first, last, copies, transport, command, bytes, verdict,
                            code, declared, found, at)) as numbered
       order by mn, digest
      on conflict (mn, digest) do update
         set copies = frame.copies + excluded.copies,
             last_received_at = greatest(frame.last_received_at, excluded.last_received_at)
      returning id, mn, digest, copies, received_at, refusal_code
      """;

  private static final String MARK_REPEATED =
      "update frame set verdict = 'repeated' where id = any(:ids::bigint[])";

  private final MonitoringDatabase database;

  FrameTable(MonitoringDatabase database) {
    this.database = database;
  }

  /**
   * Where a frame is kept.
   *
   * @param fresh whether it was not there before
   * @param refusal why it was refused, if it was
   */
  record Place(long id, boolean fresh, Instant receivedAt, @Nullable String refusal) {}

  Map<DistinctFrame.Key, Place> add(List<DistinctFrame> frames) {
    if (frames.isEmpty()) {
      return Map.of();
    }
    Map<DistinctFrame.Key, Integer> sent =
        frames.stream().collect(Collectors.toMap(DistinctFrame::key, DistinctFrame::copies));
    Map<DistinctFrame.Key, Place> places = new HashMap<>();
    database
        .jdbc()
        .sql(ADD)
        .params(columns(frames))
        .query(
            row -> {
              DistinctFrame.Key key =
                  new DistinctFrame.Key(
                      row.getString("mn"), Digest.fromColumn(row.getBytes("digest")));
              // A row that was there has more copies than this batch brought.
              boolean fresh = Objects.equals(sent.get(key), row.getInt("copies"));
              places.put(key, place(row, fresh));
            });
    return places;
  }

  private static Place place(ResultSet row, boolean fresh) throws SQLException {
    return new Place(
        row.getLong("id"),
        fresh,
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("refusal_code"));
  }

  void markRepeated(List<Long> ids) {
    database.jdbc().sql(MARK_REPEATED).param("ids", ids.toArray(Long[]::new)).update();
  }

  private static Map<String, Object> columns(List<DistinctFrame> frames) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("mn", texts(frames, f -> f.frame().mn()));
    columns.put(
        "digest", frames.stream().map(f -> f.key().digest().toColumn()).toArray(byte[][]::new));
    columns.put("first", millis(frames, f -> f.firstArrival().toEpochMilli()));
    columns.put("last", millis(frames, f -> f.lastArrival().toEpochMilli()));
    columns.put("copies", frames.stream().map(DistinctFrame::copies).toArray(Integer[]::new));
    columns.put("transport", texts(frames, f -> f.frame().transport()));
    columns.put("command", texts(frames, f -> f.frame().command()));
    columns.put("bytes", frames.stream().map(f -> f.frame().bytes()).toArray(byte[][]::new));
    columns.put("verdict", texts(frames, f -> f.frame().verdict().word()));
    columns.put("code", texts(frames, f -> refusal(f, FrameVerdict.Refused::code)));
    columns.put("declared", texts(frames, f -> refusal(f, FrameVerdict.Refused::declared)));
    columns.put("found", texts(frames, f -> refusal(f, FrameVerdict.Refused::found)));
    columns.put(
        "at",
        frames.stream().map(f -> refusal(f, FrameVerdict.Refused::offset)).toArray(Integer[]::new));
    return columns;
  }

  private static String[] texts(
      List<DistinctFrame> frames, Function<DistinctFrame, @Nullable String> text) {
    return frames.stream().map(text).toArray(String[]::new);
  }

  private static Double[] millis(
      List<DistinctFrame> frames, Function<DistinctFrame, Long> instant) {
    return frames.stream().map(f -> instant.apply(f).doubleValue()).toArray(Double[]::new);
  }

  private static <T> @Nullable T refusal(
      DistinctFrame frame, Function<FrameVerdict.Refused, @Nullable T> part) {
    return frame.frame().verdict() instanceof FrameVerdict.Refused refused
        ? part.apply(refused)
        : null;
  }
}
