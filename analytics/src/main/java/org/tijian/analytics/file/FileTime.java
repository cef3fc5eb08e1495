package org.tijian.analytics.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.tijian.analytics.reading.BeijingTime;

/** Times in files: with an offset, or without one in Beijing time. */
final class FileTime {
  private static final int DATE_LENGTH = 10;

  private FileTime() {}

  /** {@code 2026-11-24T08:15:00+08:00} or {@code 2026-11-24 08:15} (Beijing). */
  static Instant moment(CsvFile.Row row, int column) {
    String text = row.required(column);
    try {
      String written = text.replace(' ', 'T');
      return hasOffset(written)
          ? OffsetDateTime.parse(written).toInstant()
          : LocalDateTime.parse(written).toInstant(BeijingTime.OFFSET);
    } catch (DateTimeException e) {
      throw row.wrong(
          column,
          "'%s' is no time such as 2026-11-24 08:15 (Beijing) or 2026-11-24T08:15:00+08:00"
              .formatted(text));
    }
  }

  private static boolean hasOffset(String text) {
    return text.endsWith("Z")
        || text.indexOf('+') > 0
        || text.indexOf('-', Math.min(text.length(), DATE_LENGTH)) > 0;
  }

  static LocalDate day(CsvFile.Row row, int column) {
    String text = row.required(column);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw row.wrong(column, "'%s' is no date such as 2026-11-24".formatted(text));
    }
  }
}
