package org.tijian.analytics.framepack;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A way to write whole numbers as texts, such that the texts of a column can be had back from the
 * numbers. Which one it is, is told by two small numbers.
 *
 * @param style how
 * @param digits decimals, or the width
 */
record Numeral(Style style, int digits) {
  private static final int MOST_DIGITS = 18;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final int SECONDS_DIGITS = 14;
  private static final int MILLIS_DIGITS = 17;

  /** Of writing. */
  enum Style {
    /** {@code digits} decimals, always. */
    FIXED,
    /** Up to {@code digits} decimals, no zero at the end. */
    SHORTENED,
    /** Whole, with zeros in front up to {@code digits} places. */
    PADDED,
    /** {@code yyyyMMddHHmmss}, a number of seconds. */
    TIME,
    /** {@code yyyyMMddHHmmssSSS}, a number of milliseconds. */
    TIME_MILLIS
  }

  /**
   * @return empty if the text is not one that this numeral writes
   */
  OptionalLong number(String text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return OptionalLong.empty();
    }
    try {
      long number = parsed(text);
      return text(number).equals(text) ? OptionalLong.of(number) : OptionalLong.empty();
    } catch (NumberFormatException | DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private long parsed(String text) {
    return switch (style) {
      case FIXED, SHORTENED -> scaled(text);
      case PADDED -> Long.parseLong(text);
      case TIME -> seconds(text);
      case TIME_MILLIS ->
          seconds(text.substring(0, SECONDS_DIGITS)) * 1000
              + Integer.parseInt(text.substring(SECONDS_DIGITS));
    };
  }

  private long scaled(String text) {
    int point = text.indexOf('.');
    String fraction = point < 0 ? "" : text.substring(point + 1);
    if (fraction.length() > digits) {
      throw new NumberFormatException(text);
    }
    return Long.parseLong(
        (point < 0 ? text : text.substring(0, point))
            + fraction
            + "0".repeat(digits - fraction.length()));
  }

  private static long seconds(String text) {
    if (text.length() != SECONDS_DIGITS) {
      throw new NumberFormatException(text);
    }
    return LocalDateTime.parse(text, SECONDS).toEpochSecond(ZoneOffset.UTC);
  }

  String text(long number) {
    return switch (style) {
      case FIXED -> point(number);
      case SHORTENED -> shortened(point(number));
      case PADDED -> padded(number, digits);
      case TIME -> time(number);
      case TIME_MILLIS ->
          time(Math.floorDiv(number, 1000L)) + padded(Math.floorMod(number, 1000L), 3);
    };
  }

  private static String padded(long number, int width) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }

  /** Without the zeros at the end of a fraction, and without a point that nothing follows. */
  private static String shortened(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  private static String time(long seconds) {
    return SECONDS.format(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
  }

  private String point(long number) {
    if (digits == 0) {
      return Long.toString(number);
    }
    String all = Long.toString(Math.abs(number));
    String padded = "0".repeat(Math.max(0, digits + 1 - all.length())) + all;
    int point = padded.length() - digits;
    return (number < 0 ? "-" : "") + padded.substring(0, point) + '.' + padded.substring(point);
  }

  /** Those that may fit a column, by its first text and its longest fraction. */
  static List<Numeral> candidates(String first, int decimals) {
    List<Numeral> candidates = new ArrayList<>();
    if (first.length() == MILLIS_DIGITS) {
      candidates.add(new Numeral(Style.TIME_MILLIS, 0));
    }
    if (first.length() == SECONDS_DIGITS) {
      candidates.add(new Numeral(Style.TIME, 0));
    }
    candidates.add(new Numeral(Style.FIXED, decimals));
    if (decimals > 0) {
      candidates.add(new Numeral(Style.SHORTENED, decimals));
    }
    if (first.length() > 1 && first.length() <= MOST_DIGITS) {
      candidates.add(new Numeral(Style.PADDED, first.length()));
    }
    return candidates;
  }
}
