package org.tijian.analytics.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tijian.analytics.site.LocalName;

/**
 * A stretch of time that a finding speaks of, to be looked up in the readings.
 *
 * @param until its end, exclusive
 * @param count how many hours, minutes or other things of it are meant; may be fewer than it is
 *     long
 */
public record Stretch(Instant from, Instant until, int count, Of of) {

  /** What is counted. */
  public enum Of {
    HOURS("小时", "h"),
    MINUTES("分钟", "min"),
    DAYS("天", "d"),
    EVENTS("次", "times");

    private final LocalName unit;

    Of(String zh, String en) {
      this.unit = new LocalName(zh, en);
    }

    /** For people. */
    public LocalName unit() {
      return unit;
    }
  }

  public Stretch {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a stretch ends before it begins: " + from + " " + until);
    }
  }

  /** Hours that follow each other are one stretch. */
  public static List<Stretch> ofHours(Collection<Instant> starts) {
    return joined(starts, Duration.ofHours(1), Of.HOURS);
  }

  /** Minutes that follow each other are one stretch. */
  public static List<Stretch> ofMinutes(Collection<Instant> starts) {
    return joined(starts, Duration.ofMinutes(1), Of.MINUTES);
  }

  private static List<Stretch> joined(Collection<Instant> starts, Duration length, Of of) {
    List<Stretch> stretches = new ArrayList<>();
    for (Instant start : starts.stream().sorted().distinct().toList()) {
      int newest = stretches.size() - 1;
      if (newest >= 0 && stretches.get(newest).until().equals(start)) {
        Stretch open = stretches.get(newest);
        stretches.set(newest, new Stretch(open.from(), start.plus(length), open.count() + 1, of));
      } else {
        stretches.add(new Stretch(start, start.plus(length), 1, of));
      }
    }
    return stretches;
  }
}
