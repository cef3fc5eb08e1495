package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every frame accounted for (对账): per device and day, received = stored + noted + duplicate +
 * refused.
 */
public interface FrameLedger {

  /** The port on PostgreSQL. */
  static FrameLedger on(MonitoringDatabase database) {
    return new JdbcFrameLedger(database);
  }

  /** One line per Beijing day of arrival in {@code [from, until)} with traffic, newest first. */
  List<Day> days(String mn, LocalDate from, LocalDate until);

  /**
   * Refused frames, newest first.
   *
   * @param before only frames with a smaller id, for paging; null for the newest
   */
  List<Quarantined> quarantine(String mn, @Nullable Long before, int atMost);

  /** When the device was last heard of, refused frames included. */
  Optional<Instant> lastContact(String mn);

  /**
   * @param day Beijing date of arrival
   */
  record Day(LocalDate day, long received, long stored, long noted, long duplicate, long refused) {}

  /**
   * A refused frame.
   *
   * @param bytes the frame as it came
   * @param copies how often it came
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Quarantined(
      long id, Instant receivedAt, FrameVerdict.Refused reason, byte[] bytes, int copies) {}
}
