package org.tijian.analytics.reading;

import java.util.List;

/**
 * Where arriving frames are made durable: the frame and the readings it carries, in one
 * transaction.
 *
 * <p>The first promise hangs on this port: when {@link #append} returns, everything in the batch is
 * committed and may be acknowledged; when it throws, nothing of the batch is, and the same batch
 * may be appended again without showing anything twice.
 */
public interface FrameStore {

  /** The port on PostgreSQL. */
  static FrameStore on(MonitoringDatabase database) {
    return new JdbcFrameStore(database);
  }

  /**
   * Stores a batch in the order of its list.
   *
   * <ul>
   *   <li>A frame of a device that is byte for byte equal to a stored one only raises that one's
   *       number of copies. If that one waits in quarantine and this one could be read, it leaves
   *       the quarantine: its readings are stored, and the account of the day it came moves with
   *       it.
   *   <li>A period sent again with equal values is a duplicate; with differing values it becomes a
   *       further version, and the newest version is what readers see. Nothing is overwritten.
   * </ul>
   *
   * @return what became of the frames, adding up to the size of the batch
   */
  Appended append(List<ArrivedFrame> batch);

  /**
   * Reconciliation of a batch: received = stored + noted + duplicate + refused.
   *
   * @param stored frames whose readings are new
   * @param noted frames without readings, seen for the first time
   * @param duplicate frames, or periods, that were there already
   * @param refused frames new in quarantine
   */
  record Appended(int stored, int noted, int duplicate, int refused) {
    public int received() {
      return stored + noted + duplicate + refused;
    }
  }
}
