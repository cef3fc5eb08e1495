package org.tijian.analytics.standard;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Quantity;

/** Reads one dated limit. A limit without its unit is refused: a bare number means nothing. */
final class LimitReader {
  private LimitReader() {}

  static Limit read(Entry entry) {
    entry.only("value", "out-of-control", "unit", "alternative", "in-force-from", "in-force-until");
    String unit = entry.text("unit");
    LocalDate from = date(entry, "in-force-from", entry.text("in-force-from"));
    return new Limit(
        new Quantity(entry.number("value"), unit),
        entry.has("out-of-control") ? new Quantity(entry.number("out-of-control"), unit) : null,
        entry.has("alternative") ? AppliesReader.quantity(entry, "alternative") : null,
        from,
        until(entry, from));
  }

  private static @Nullable LocalDate until(Entry entry, LocalDate from) {
    String text = entry.optionalText("in-force-until");
    if (text == null) {
      return null;
    }
    LocalDate until = date(entry, "in-force-until", text);
    if (until.isBefore(from)) {
      throw entry.wrong("in-force-until", "is before in-force-from");
    }
    return until;
  }

  private static LocalDate date(Entry entry, String key, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw entry.wrong(key, "is no date like 2018-03-01: " + text);
    }
  }
}
