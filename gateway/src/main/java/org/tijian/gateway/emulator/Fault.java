package org.tijian.gateway.emulator;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a logger or its line, by the name it has on the command line. */
enum Fault {
  STICKY("three frames in one message", null),
  HALF("each frame in two messages", null),
  REPEATS("each fifth frame is sent again byte for byte", "duplicate"),
  DROPS("one period in twenty is lost for good, also for requests", "gap"),
  FLOOD("twenty real-time frames more in each minute", null),
  GAP(
      "the line is cut for --gap-hours from --gap-from; what falls into it is\n"
          + "                     kept for requests, and HJ 212-2025 sends it afterwards by itself,\n"
          + "                     newest first, with RF=1",
      "gap"),
  DAMAGED("in one frame of ten a digit of the data is another one", "crc-mismatch"),
  WRONG_LENGTH("one frame of ten declares ten bytes too many", "length-mismatch"),
  SHORT_LENGTH("the length has as many digits as it needs", "length-not-four-digits"),
  MODBUS_CRC("the check sum is CRC-16/MODBUS, high byte first", "crc-modbus-high-first"),
  LOWER_CRC("the check sum is written in lower case", "crc-lower-case"),
  NO_CRLF("frames end without CR LF", "tail-not-crlf"),
  OVERSIZED("segments of more than 1024 bytes, not split", "segment-over-1024"),
  SPACES("a space before the values of DataTime", "spaces"),
  GBK("a Chinese text in each minute, encoded as GBK", "encoding-gbk"),
  WRONG_MN("one frame of ten carries another MN", "wrong-mn"),
  FUTURE_TIME("one period of ten is dated three days ahead", "data-time-in-future"),
  NO_DATA_TIME("one period of ten has no DataTime", "no-data-time"),
  CLOCK_DRIFT("the clock is some minutes ahead until it is set (CN 1012)", null),
  FROZEN("NOx stays at one value for six hours of each day", null),
  DRIFT("NOx reads one percent more with each day of the month", null),
  CLIPPED("NOx never exceeds 62 mg/m3", null),
  CALIBRATION_MISSED("the daily zero and span check does not take place", null);

  private final String help;
  private final @Nullable String shows;

  Fault(String help, @Nullable String shows) {
    this.help = help;
    this.shows = shows;
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The defect, refusal or fate by which the platform must show it; null if by readings only. */
  @Nullable String shows() {
    return shows;
  }

  /**
   * @throws IllegalArgumentException if there is no such fault
   */
  static Fault of(String word) {
    return Arrays.stream(values())
        .filter(fault -> fault.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no fault '%s'; see --help".formatted(word)));
  }

  /** A line for each, for {@code --help}. */
  static String catalogue() {
    return Arrays.stream(values())
        .map(f -> "  %-19s%s%s".formatted(f.word(), f.help, f.shows == null ? "" : shown(f.shows)))
        .collect(Collectors.joining("\n"));
  }

  private static String shown(String code) {
    return " [" + code + "]";
  }
}
