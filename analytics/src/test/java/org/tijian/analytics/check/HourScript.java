package org.tijian.analytics.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingSource;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.reading.ReadingStore.Span;

/**
 * Readings of an outlet told in words, all beginning at the same moment. Stretches are parted by
 * {@code |}:
 *
 * <ul>
 *   <li>{@code 50x24} 24 hours of 50; {@code 50x60m} minutes, {@code 50x3d} days
 *   <li>{@code (48 52)x24} in turn, an hour each; {@code (48 52)x6d} a day each
 *   <li>{@code 50~2x3} minutes of 48 and 52 in turn; {@code 50@Fx3} marked; {@code _x3} nothing
 *   <li>{@code 20..67} hours of 20, 21, … 67
 *   <li>{@code digits:150/93/…} hours with so many of each last digit, 0 to 9
 * </ul>
 */
public final class HourScript implements ReadingSource {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;

  private final Map<String, List<Minute>> minutes = new HashMap<>();
  private final Map<String, double[]> reported = new HashMap<>();
  private final Map<String, double[]> converted = new HashMap<>();
  private Instant from = Instant.EPOCH;

  private record Minute(double value, DataFlag flag) {}

  private static final Minute NOTHING = new Minute(Double.NaN, new DataFlag("-"));

  /** Minutes of a factor. */
  public HourScript add(String factor, String text) {
    List<Minute> all = new ArrayList<>();
    for (String stretch : text.split("\\|")) {
      add(all, stretch);
    }
    minutes.put(factor, all);
    return this;
  }

  /**
   * Hourly values of a real series, each the first minute of its hour; the other minutes lie on the
   * line to the next value, every second one a digit above it. NaN for an hour without.
   */
  public HourScript addHours(String factor, double[] values, int decimals) {
    List<Minute> all = new ArrayList<>();
    double scale = Math.pow(10, decimals);
    for (int hour = 0; hour < values.length; hour++) {
      double here = values[hour];
      double next =
          hour + 1 < values.length && !Double.isNaN(values[hour + 1]) ? values[hour + 1] : here;
      for (int i = 0; i < HOUR; i++) {
        double swing = i % 2;
        double value = Math.rint((here + (next - here) * i / HOUR) * scale + swing) / scale;
        all.add(Double.isNaN(value) ? NOTHING : new Minute(value, DataFlag.NORMAL));
      }
    }
    minutes.put(factor, all);
    return this;
  }

  /** Hourly means as the logger reports them. */
  public HourScript report(String factor, String text) {
    reported.put(factor, hours(text));
    return this;
  }

  /** Converted hourly means as the logger reports them. */
  public HourScript reportConverted(String factor, String text) {
    converted.put(factor, hours(text));
    return this;
  }

  private static double[] hours(String text) {
    List<Minute> all = new ArrayList<>();
    for (String stretch : text.split("\\|")) {
      add(all, stretch);
    }
    double[] hours = new double[all.size() / HOUR];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = all.get(i * HOUR).value();
    }
    return hours;
  }

  private static void add(List<Minute> all, String stretch) {
    if (stretch.startsWith("digits:")) {
      digits(all, stretch.substring("digits:".length()));
      return;
    }
    int dots = stretch.indexOf("..");
    if (dots > 0) {
      int last = Integer.parseInt(stretch.substring(dots + 2));
      for (int v = Integer.parseInt(stretch.substring(0, dots)); v <= last; v++) {
        put(all, String.valueOf(v), HOUR);
      }
      return;
    }
    int times = stretch.lastIndexOf('x');
    String count = times < 0 ? "1" : stretch.substring(times + 1);
    String what = times < 0 ? stretch : stretch.substring(0, times);
    int unit = count.endsWith("m") ? 1 : count.endsWith("d") ? DAY : HOUR;
    int n = Integer.parseInt(count.replaceAll("[md]$", ""));
    String[] cycle =
        what.startsWith("(")
            ? what.substring(1, what.length() - 1).split(" ")
            : new String[] {what};
    for (int i = 0; i < n; i++) {
      put(all, cycle[i % cycle.length], unit);
    }
  }

  private static void put(List<Minute> all, String what, int minutes) {
    String[] marked = what.split("@");
    String[] swung = marked[0].split("~");
    DataFlag flag = marked.length > 1 ? new DataFlag(marked[1]) : DataFlag.NORMAL;
    boolean nothing = swung[0].equals("_");
    double value = nothing ? Double.NaN : Double.parseDouble(swung[0]);
    double swing = swung.length > 1 ? Double.parseDouble(swung[1]) : 0;
    for (int i = 0; i < minutes; i++) {
      all.add(nothing ? NOTHING : new Minute(value + (i % 2 == 0 ? -swing : swing), flag));
    }
  }

  private static void digits(List<Minute> all, String counts) {
    List<Double> values = new ArrayList<>();
    String[] each = counts.split("/");
    for (int digit = 0; digit < each.length; digit++) {
      for (int i = 0; i < Integer.parseInt(each[digit]); i++) {
        values.add((1000 + 10 * ((values.size() * 7) % 40) + digit) / 10.0);
      }
    }
    for (double value : values) {
      for (int k = 0; k < HOUR; k++) {
        all.add(new Minute(value, DataFlag.NORMAL));
      }
    }
  }

  /** Whole hours of the longest of its series, one at least. */
  public int hours() {
    int longest = minutes.values().stream().mapToInt(List::size).max().orElse(HOUR);
    return (longest + HOUR - 1) / HOUR;
  }

  /** Lets all series begin at a moment. */
  public HourScript from(Instant start) {
    from = start;
    return this;
  }

  @Override
  public Series series(
      long outletId, String factor, PeriodKind kind, Instant since, Instant until) {
    return switch (kind) {
      case MINUTE -> minutes(factor, since, until);
      case HOUR -> hourly(reported, factor, since, until);
      default -> hourly(Map.of(), factor, since, until);
    };
  }

  @Override
  public Series converted(
      long outletId, String factor, PeriodKind kind, Instant since, Instant until) {
    return hourly(kind == PeriodKind.HOUR ? converted : Map.of(), factor, since, until);
  }

  private Series minutes(String factor, Instant since, Instant until) {
    List<Minute> all = minutes.getOrDefault(factor, List.of());
    int first = (int) Math.max(0, Duration.between(from, since).toMinutes());
    int end = (int) Math.min(all.size(), Duration.between(from, until).toMinutes());
    List<Instant> at = new ArrayList<>();
    List<DataFlag> flags = new ArrayList<>();
    double[] values = new double[Math.max(0, end - first)];
    for (int i = first; i < end; i++) {
      Minute minute = all.get(i);
      if (minute != NOTHING) {
        values[at.size()] = minute.value();
        at.add(from.plusSeconds(60L * i));
        flags.add(minute.flag());
      }
    }
    return new Series(
        factor,
        PeriodKind.MINUTE,
        at.toArray(Instant[]::new),
        java.util.Arrays.copyOf(values, at.size()),
        flags.toArray(DataFlag[]::new));
  }

  private Series hourly(Map<String, double[]> told, String factor, Instant since, Instant until) {
    double[] all = told.getOrDefault(factor, new double[0]);
    List<Instant> at = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      Instant start = from.plus(Duration.ofHours(i));
      if (!start.isBefore(since) && start.isBefore(until)) {
        at.add(start);
        values.add(all[i]);
      }
    }
    DataFlag[] flags = new DataFlag[at.size()];
    java.util.Arrays.fill(flags, DataFlag.NORMAL);
    return new Series(
        factor,
        PeriodKind.HOUR,
        at.toArray(Instant[]::new),
        values.stream().mapToDouble(Double::doubleValue).toArray(),
        flags);
  }

  @Override
  public long count(long outletId, PeriodKind kind, Instant since, Instant until) {
    return 0;
  }

  @Override
  public Optional<Span> span(long outletId, PeriodKind kind) {
    return minutes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span(from, from.plus(Duration.ofHours(hours())).minusSeconds(60)));
  }
}
