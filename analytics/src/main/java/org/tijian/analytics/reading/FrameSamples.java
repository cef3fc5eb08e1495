package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A few of a logger's newest frames, to see how it writes. */
public final class FrameSamples {
  /** So many of all loggers' newest frames are looked at, however long one has been silent. */
  private static final int LOOKED_AT = 100_000;

  private static final String NEWEST =
      """
      select bytes from frame
       where id > (select coalesce(max(id), 0) - :lookedAt from frame)
         and mn = :mn and received_at >= :since
       order by id desc limit :most
      """;

  private final MonitoringDatabase database;
  private final FoldedFrames folded;

  private FrameSamples(MonitoringDatabase database) {
    this.database = database;
    this.folded = new FoldedFrames(database);
  }

  /** The port on PostgreSQL. */
  public static FrameSamples on(MonitoringDatabase database) {
    return new FrameSamples(database);
  }

  /**
   * Newest first, refused ones included; frames of long ago may be missing where many loggers send.
   */
  public List<byte[]> newest(String mn, Instant since, int atMost) {
    List<byte[]> newest = new ArrayList<>(rows(mn, since, atMost));
    if (newest.size() < atMost) {
      folded.newest(mn, since).stream()
          .limit(atMost - newest.size())
          .forEach(frame -> newest.add(frame.bytes()));
    }
    return newest;
  }

  private List<byte[]> rows(String mn, Instant since, int atMost) {
    return database
        .jdbc()
        .sql(NEWEST)
        .param("lookedAt", LOOKED_AT)
        .param("mn", mn)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("most", atMost)
        .query(byte[].class)
        .list();
  }
}
