package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code frame}: every frame once, with the number of its copies. */
final class FrameTable {
  /**
   * Rows come sorted by the unique key, so that two batches with the same frames queue up for each
   * other instead of locking crosswise; numbers are drawn before, in order of arrival.
   */
  private static final BatchStatement ADD =
      new BatchStatement(
          """
          insert into frame (id, mn, digest, received_at, last_received_at, copies, transport,
                             command, bytes, verdict, refusal_code, refusal_declared,
                             refusal_found, refusal_offset)
          overriding system value
          select drawn.numbers[arrival], mn, digest, to_timestamp(first / 1000.0),
                 to_timestamp(last / 1000.0), copies, transport, command, bytes, verdict, code,
                 declared, found, at
            from (select array(select nextval((select pg_get_serial_sequence('frame', 'id')::regclass))
                                 from generate_series(1, ?)) as numbers offset 0) as drawn,
                 (select unnest(?::int[]), unnest(?::text[]), unnest(?::bytea[]),
                         unnest(?::float8[]), unnest(?::float8[]), unnest(?::int[]),
                         unnest(?::text[]), unnest(?::text[]), unnest(?::bytea[]),
                         unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),
                         unnest(?::text[]), unnest(?::int[]))
              as batch (arrival, mn, digest, first, last, copies, transport, command, bytes,
                        verdict, code, declared, found, at)
          on conflict (mn, digest) do update
             set copies = frame.copies + excluded.copies,
                 last_received_at = greatest(frame.last_received_at, excluded.last_received_at)
          returning id, digest, copies, received_at, refusal_code
          """);

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
   * @param receivedAt when its first copy came
   * @param refusal why it was refused, if it was
   */
  record Place(long id, boolean fresh, Instant receivedAt, @Nullable String refusal) {}

  /**
   * @param arrival from 1, in the order of the batch
   */
  record Numbered(int arrival, DistinctFrame distinct) {
    static final Comparator<Numbered> BY_KEY =
        Comparator.<Numbered, String>comparing(n -> n.distinct().key().mn())
            .thenComparing(n -> n.distinct().key().digest());
  }

  /**
   * @param frames in order of arrival
   * @return by identity
   */
  Map<DistinctFrame, Place> add(List<DistinctFrame> frames) {
    if (frames.isEmpty()) {
      return Map.of();
    }
    List<Numbered> sorted = sorted(frames);
    Map<DistinctFrame, Place> places = new IdentityHashMap<>(2 * frames.size());
    Iterator<Numbered> sent = sorted.iterator();
    ADD.query(
        database,
        new FrameColumns(sorted).arrays(),
        row -> {
          DistinctFrame frame = sent.next().distinct();
          places.put(frame, place(row, frame));
        });
    return places;
  }

  /** By key. */
  static List<Numbered> sorted(List<DistinctFrame> frames) {
    List<Numbered> sorted = new ArrayList<>(frames.size());
    for (DistinctFrame frame : frames) {
      sorted.add(new Numbered(sorted.size() + 1, frame));
    }
    sorted.sort(Numbered.BY_KEY);
    return sorted;
  }

  private static Place place(ResultSet row, DistinctFrame frame) throws SQLException {
    if (!frame.key().digest().isColumn(row.getBytes("digest"))) {
      throw new IllegalStateException("frames come back in another order than they were sent in");
    }
    // A row that was there has more copies than this batch brought.
    boolean fresh = row.getInt("copies") == frame.copies();
    Instant receivedAt =
        fresh
            ? frame.firstArrival()
            : row.getObject("received_at", OffsetDateTime.class).toInstant();
    return new Place(row.getLong("id"), fresh, receivedAt, row.getString("refusal_code"));
  }

  void markRepeated(List<Long> ids) {
    database.jdbc().sql(MARK_REPEATED).param("ids", ids.toArray(Long[]::new)).update();
  }
}
