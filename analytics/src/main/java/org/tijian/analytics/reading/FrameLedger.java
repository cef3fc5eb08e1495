package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  default List<Quarantined> quarantine(String mn, @Nullable Long before, int atMost) {
    return quarantine(mn, before, null, atMost);
  }

  /**
   * Refused frames, newest first.
   *
   * @param code only frames refused for this reason; null for all
   */
  List<Quarantined> quarantine(String mn, @Nullable Long before, @Nullable String code, int atMost);

  /** The bytes of a kept frame, refused or not. */
  Optional<byte[]> frame(String mn, long id);

  /** The health card by Beijing day of arrival in {@code [from, until)}, newest first. */
  List<LoggerDay> health(String mn, LocalDate from, LocalDate until);

  /** Defects of the frames that arrived in {@code [from, until)}, most frequent first. */
  List<DefectCount> defects(String mn, LocalDate from, LocalDate until);

  /** One day of many loggers; those without traffic are missing. */
  Map<String, Traffic> traffic(Collection<String> mns, LocalDate day);

  /** Holds the accounts of a logger against its frames; reads every one of them. */
  Reconciliation reconcile(String mn);

  /** When the device was last heard of, refused frames included. */
  Optional<Instant> lastContact(String mn);

  /**
   * @param day Beijing date of arrival
   */
  record Day(LocalDate day, long received, long stored, long noted, long duplicate, long refused) {}

  /**
   * A day in short.
   *
   * @param defective arrivals with at least one defect
   */
  record Traffic(long received, long refused, long defective, Instant lastContact) {}

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
