package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reading the frames of a logger's quarantine (隔离区) again, with the settings of now: after it was
 * registered, say, or its dialect was corrected. What can be read then leaves the quarantine, and
 * the accounts of the day of its arrival move with it. Defects, latency and clock stay as they were
 * seen at arrival.
 */
public interface FrameReplays {

  /** The port on PostgreSQL. */
  static FrameReplays on(MonitoringDatabase database) {
    return new JdbcFrameReplays(database);
  }

  /**
   * Asks for everything that waits in the logger's quarantine now.
   *
   * @param by who asks
   */
  Replay ask(String mn, String by);

  /** Newest first. */
  List<Replay> ofLogger(String mn, int atMost);

  /**
   * Does a piece of the oldest open request, in the order of arrival. May be killed at any moment
   * and called by several processes at once: no frame is moved twice.
   *
   * @param reader what a kept frame is made of now: the frames that its bytes hold
   * @return whether there was anything to do
   */
  boolean work(Function<Kept, List<ArrivedFrame>> reader);

  /**
   * A frame in quarantine.
   *
   * @param bytes as they came
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Kept(long id, String mn, Instant receivedAt, String transport, byte[] bytes) {}

  /**
   * A request.
   *
   * @param doneAt null while it is open
   * @param frames how many were read again so far
   * @param mended those of them that left the quarantine
   */
  record Replay(long id, Instant askedAt, @Nullable Instant doneAt, long frames, long mended) {
    public long stillRefused() {
      return frames - mended;
    }
  }
}
