package org.tijian.analytics.check;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.reading.DataFlag;

/**
 * The clock hours of a span, counted from the minutes of one factor. A minute is valid if it
 * carries a number marked as normal. An hour in which the source stood still for so long that it
 * could not reach the wanted number of valid minutes counts as stopped, any other that does not
 * reach it as invalid; an hour without minutes is invalid.
 *
 * @param hours whole clock hours of the span
 * @param stopped hours with the source stopped
 * @param invalid hours that ran and have too few valid minutes
 * @param silent hours among the invalid ones without a single minute
 * @param fewestValid smallest number of valid minutes of an hour that ran; 0 if none ran
 * @param poorest start of that hour, the first of them if several; null if none ran
 */
record HourTally(
    int hours, int stopped, int invalid, int silent, int fewestValid, @Nullable Instant poorest) {
  /**
   * @param wantedMinutes valid minutes that make a valid hour, 1 to 60
   */
  static HourTally of(List<HourDigest> hours, int wantedMinutes) {
    List<HourDigest> whole = hours.stream().filter(HourDigest::isWhole).toList();
    List<HourDigest> ran = whole.stream().filter(h -> ran(h, wantedMinutes)).toList();
    Optional<HourDigest> poorest = ran.stream().min(Comparator.comparingInt(HourDigest::valid));
    return new HourTally(
        whole.size(),
        whole.size() - ran.size(),
        (int) ran.stream().filter(hour -> hour.valid() < wantedMinutes).count(),
        (int) ran.stream().filter(hour -> hour.present() == 0).count(),
        poorest.map(HourDigest::valid).orElse(0),
        poorest.map(HourDigest::start).orElse(null));
  }

  /** Whether the source stood still so briefly that the hour could have counted. */
  private static boolean ran(HourDigest hour, int wantedMinutes) {
    return hour.marked(DataFlag.STOPPED) <= HourDigest.WHOLE - wantedMinutes;
  }

  int running() {
    return hours - stopped;
  }
}
