package org.tijian.analytics.reading;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.tijian.analytics.framepack.FrameBlock;
import org.tijian.analytics.framepack.KeptFrame;

/**
 * Folds accepted frames of one logger into a block, in one transaction: they are packed, unpacked
 * again and compared, and only then deleted. Whoever dies on the way leaves the rows.
 */
final class FrameFold {
  /** As many as are unpacked to show one of them; more would save next to nothing. */
  static final int MOST_IN_BLOCK = 2_000;

  /** Steps from logger to logger through the unique key, however many frames each has. */
  private static final String LOGGERS =
      """
      with recursive logger (mn) as (
        select min(mn) from frame
        union all
        select (select min(mn) from frame where mn > logger.mn) from logger
         where logger.mn is not null)
      select mn from logger where mn is not null
      """;

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext('tijian.frame_fold'), hashtext(:mn))";

  /** Rows that somebody is at are left for the next time: nobody ever waits here. */
  private static final String CLOSED =
      """
      select id, digest, received_at, last_received_at, copies, transport, command, verdict, bytes
        from frame
       where mn = :mn and verdict in ('readings', 'repeated', 'noted')
         and last_received_at < :before
       order by id
       limit :most
         for update skip locked
      """;

  private static final String ADD =
      """
      insert into frame_block (mn, first_id, last_id, received_from, received_until, frames,
                               readings, noted, copies, digests, packed)
      values (:mn, :firstId, :lastId, :from, :until, :frames, :readings, :noted, :copies, :digests,
              :packed)
      """;

  private static final String DELETE = "delete from frame where id = any(:ids::bigint[])";

  private final MonitoringDatabase database;

  FrameFold(MonitoringDatabase database) {
    this.database = database;
  }

  /** A row of the table. */
  private record Row(int digest, KeptFrame frame) {}

  List<String> loggers() {
    return database.jdbc().sql(LOGGERS).query(String.class).list();
  }

  /**
   * @param before frames whose last copy came before are folded
   * @return frames folded; 0 if somebody else is at it or there is nothing to fold
   */
  int fold(String mn, Instant before) {
    Integer folded = database.transaction().execute(status -> foldOne(mn, before));
    return folded == null ? 0 : folded;
  }

  private int foldOne(String mn, Instant before) {
    if (!database.jdbc().sql(LOCK).param("mn", mn).query(Boolean.class).single()) {
      return 0;
    }
    List<Row> rows =
        database
            .jdbc()
            .sql(CLOSED)
            .param("mn", mn)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("most", MOST_IN_BLOCK)
            .query((row, n) -> row(row))
            .list();
    if (rows.isEmpty()) {
      return 0;
    }
    database.jdbc().sql(ADD).params(block(mn, rows)).update();
    Long[] ids = rows.stream().map(row -> row.frame().id()).toArray(Long[]::new);
    database.jdbc().sql(DELETE).param("ids", ids).update();
    return rows.size();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        ByteBuffer.wrap(row.getBytes("digest")).getInt(),
        new KeptFrame(
            row.getLong("id"),
            micros(row, "received_at"),
            micros(row, "last_received_at"),
            row.getInt("copies"),
            row.getString("transport"),
            row.getString("command"),
            row.getString("verdict"),
            row.getBytes("bytes")));
  }

  private static long micros(ResultSet row, String column) throws SQLException {
    Instant at = row.getObject(column, OffsetDateTime.class).toInstant();
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static Map<String, Object> block(String mn, List<Row> rows) {
    List<KeptFrame> frames = rows.stream().map(Row::frame).toList();
    byte[] packed = FrameBlock.pack(frames);
    requireSame(mn, frames, FrameBlock.unpack(packed));
    Map<String, Object> block = new HashMap<>();
    block.put("mn", mn);
    block.put("firstId", frames.get(0).id());
    block.put("lastId", frames.get(frames.size() - 1).id());
    block.put("from", time(frames.stream().mapToLong(KeptFrame::receivedMicros).min()));
    block.put("until", time(frames.stream().mapToLong(KeptFrame::lastReceivedMicros).max()));
    block.put("frames", frames.size());
    block.put("readings", count(frames, "readings"));
    block.put("noted", count(frames, "noted"));
    block.put("copies", frames.stream().mapToLong(KeptFrame::copies).sum());
    block.put("digests", digests(rows));
    block.put("packed", packed);
    return block;
  }

  private static OffsetDateTime time(OptionalLong micros) {
    return Instant.EPOCH.plus(micros.orElseThrow(), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static long count(List<KeptFrame> frames, String verdict) {
    return frames.stream().filter(frame -> frame.verdict().equals(verdict)).count();
  }

  private static byte[] digests(List<Row> rows) {
    ByteBuffer digests = ByteBuffer.allocate(rows.size() * Integer.BYTES);
    rows.forEach(row -> digests.putInt(row.digest()));
    return digests.array();
  }

  private static void requireSame(String mn, List<KeptFrame> rows, List<KeptFrame> unpacked) {
    for (int i = 0; i < rows.size(); i++) {
      KeptFrame row = rows.get(i);
      KeptFrame back = unpacked.get(i);
      boolean same =
          row.id() == back.id()
              && row.receivedMicros() == back.receivedMicros()
              && row.lastReceivedMicros() == back.lastReceivedMicros()
              && row.copies() == back.copies()
              && row.transport().equals(back.transport())
              && Objects.equals(row.command(), back.command())
              && row.verdict().equals(back.verdict())
              && Arrays.equals(row.bytes(), back.bytes());
      if (!same) {
        throw new IllegalStateException(
            "frame %d of %s does not come back as it went".formatted(row.id(), mn));
      }
    }
  }
}
