package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DataIntegrityViolationException;

/** Requests in the table {@code frame_replay}, done slice by slice. */
final class JdbcFrameReplays implements FrameReplays {
  private static final int SLICE = 100;

  private static final String ASK =
      """
      insert into frame_replay (mn, asked_by, up_to)
      select :mn, :by, coalesce(max(id), 0) from frame where mn = :mn and verdict = 'refused'
      returning id, asked_at, done_at, frames, mended
      """;

  private static final String OF_LOGGER =
      """
      select id, asked_at, done_at, frames, mended from frame_replay
       where mn = :mn order by id desc limit :limit
      """;

  private static final String OLDEST_OPEN =
      """
      select id, mn, up_to, last_frame_id from frame_replay
       where done_at is null order by id limit 1
      """;

  private static final String NEXT_FRAMES =
      """
      select id, mn, received_at, transport, bytes from frame
       where mn = :mn and verdict = 'refused' and id > :last and id <= :upTo
       order by id limit :limit
      """;

  private final MonitoringDatabase database;
  private final ReplaySlice slices;

  JdbcFrameReplays(MonitoringDatabase database) {
    this.database = database;
    this.slices = new ReplaySlice(database);
  }

  /** A request that is being worked on, with the number of the last frame that is done. */
  record Open(long id, String mn, long upTo, long lastFrameId) {}

  @Override
  public Replay ask(String mn, String by) {
    return database
        .jdbc()
        .sql(ASK)
        .param("mn", mn)
        .param("by", by)
        .query((row, n) -> replay(row))
        .single();
  }

  @Override
  public List<Replay> ofLogger(String mn, int atMost) {
    return database
        .jdbc()
        .sql(OF_LOGGER)
        .param("mn", mn)
        .param("limit", atMost)
        .query((row, n) -> replay(row))
        .list();
  }

  @Override
  public boolean work(Function<Kept, List<ArrivedFrame>> reader) {
    Optional<Open> open = database.jdbc().sql(OLDEST_OPEN).query((row, n) -> open(row)).optional();
    open.ifPresent(request -> work(request, reader));
    return open.isPresent();
  }

  /** What the database will not take is found by going one by one, and stays in quarantine. */
  private void work(Open request, Function<Kept, List<ArrivedFrame>> reader) {
    List<Kept> slice = next(request, SLICE);
    boolean last = slice.size() < SLICE;
    try {
      settle(new ReplaySlice.Part(request, slice, last), reader);
    } catch (DataIntegrityViolationException e) {
      settleAlone(new ReplaySlice.Part(request, slice.subList(0, 1), false), reader);
    }
  }

  private void settleAlone(ReplaySlice.Part part, Function<Kept, List<ArrivedFrame>> reader) {
    try {
      settle(part, reader);
    } catch (DataIntegrityViolationException e) {
      slices.settle(part, List.of());
    }
  }

  private void settle(ReplaySlice.Part part, Function<Kept, List<ArrivedFrame>> reader) {
    slices.settle(part, Reread.all(part.frames(), reader));
  }

  private List<Kept> next(Open request, int atMost) {
    return database
        .jdbc()
        .sql(NEXT_FRAMES)
        .param("mn", request.mn())
        .param("last", request.lastFrameId())
        .param("upTo", request.upTo())
        .param("limit", atMost)
        .query((row, n) -> kept(row))
        .list();
  }

  private static Replay replay(ResultSet row) throws SQLException {
    return new Replay(
        row.getLong("id"),
        instant(row, "asked_at"),
        row.getObject("done_at") == null ? null : instant(row, "done_at"),
        row.getLong("frames"),
        row.getLong("mended"));
  }

  private static Open open(ResultSet row) throws SQLException {
    return new Open(
        row.getLong("id"), row.getString("mn"), row.getLong("up_to"), row.getLong("last_frame_id"));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("id"),
        row.getString("mn"),
        instant(row, "received_at"),
        row.getString("transport"),
        row.getBytes("bytes"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
