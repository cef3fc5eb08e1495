package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rate;

/**
 * What hours and their marks tell day by day: the poorest day's share of valid minutes, the longest
 * run marked as a fault, which is how long a repair took, and values below zero that count.
 */
final class DayMeasures {
  private static final int MINUTES = 1440;
  private static final double MINUTES_PER_HOUR = 60;

  private DayMeasures() {}

  static void addTo(Map<String, Measure> measures) {
    Measure.OfInstrument share = DayMeasures::validShare;
    Measure.OfInstrument fault = DayMeasures::fault;
    Measure.OfInstrument negative = DayMeasures::negative;
    measures.put("day valid-share", share);
    measures.put("marks longest-fault", fault);
    measures.put("marks negative", negative);
  }

  private static int marked(HourDigest hour, DataFlag mark) {
    return hour.marks().getOrDefault(mark, 0);
  }

  /** Of whole days; minutes with the source stopped are not due. */
  private static Optional<Measured> validShare(
      Rule rule, Instrument instrument, Material material) {
    Map<LocalDate, int[]> days = new HashMap<>();
    for (HourDigest hour : material.hours(instrument)) {
      int[] counts = days.computeIfAbsent(BeijingTime.dateOf(hour.start()), day -> new int[2]);
      counts[0] += hour.values().count();
      counts[1] += marked(hour, DataFlag.STOPPED);
    }
    if (!material.hasReadings(instrument.factor())) {
      return Optional.empty();
    }
    return days.entrySet().stream()
        .filter(day -> isWhole(day.getKey(), material) && day.getValue()[1] < MINUTES)
        .min(Comparator.comparingDouble(day -> percent(day.getValue())))
        .map(day -> poorest(rule, day.getKey(), day.getValue()));
  }

  private static Measured poorest(Rule rule, LocalDate day, int[] counts) {
    int due = MINUTES - counts[1];
    String unit = rule.limits().get(0).quantity().unit();
    double found = percent(counts);
    return new Measured(
        "x = min(N_valid / N_due × 100)",
        List.of(
            input("N_valid", "有效分钟数", "valid minutes", counts[0], "min"),
            input("N_due", "应有分钟数（不含停运）", "minutes due, without stopped ones", due, "min")),
        List.of(step("x", "最差一天的有效率", "poorest day", day.toString(), found, unit)),
        new Quantity(found, unit),
        counts[0],
        BeijingTime.startOf(day));
  }

  private static boolean isWhole(LocalDate day, Material material) {
    return !BeijingTime.startOf(day).isBefore(material.from())
        && !BeijingTime.startOf(day.plusDays(1)).isAfter(material.until());
  }

  private static double percent(int[] counts) {
    return Rate.percent(counts[0], MINUTES - counts[1]);
  }

  /** Minutes marked D of hours that follow each other and have any. */
  private static Optional<Measured> fault(Rule rule, Instrument instrument, Material material) {
    Instant start = material.from();
    Instant begun = start;
    int running = 0;
    int longest = 0;
    int faults = 0;
    for (HourDigest hour : material.hours(instrument)) {
      int minutes = marked(hour, DataFlag.FAULT);
      faults += minutes > 0 && running == 0 ? 1 : 0;
      begun = running == 0 ? hour.start() : begun;
      running = minutes == 0 ? 0 : running + minutes;
      if (running > longest) {
        longest = running;
        start = begun;
      }
    }
    if (faults == 0) {
      return Optional.empty();
    }
    double hours = longest / MINUTES_PER_HOUR;
    String sum = "%d / 60".formatted(longest);
    return Optional.of(
        new Measured(
            "x = max(Σ m_D / 60)",
            List.of(input("N", "故障标记时段数", "spans marked as fault", faults, "1")),
            List.of(step("x", "最长故障标记时段", "longest of them", sum, hours, "h")),
            new Quantity(hours, rule.limits().get(0).quantity().unit()),
            faults,
            start));
  }

  /** Yes if no minute below zero is marked as normal. */
  private static Optional<Measured> negative(Rule rule, Instrument instrument, Material material) {
    List<HourDigest> hours =
        material.hours(instrument).stream().filter(hour -> hour.values().count() > 0).toList();
    List<HourDigest> negative = hours.stream().filter(h -> h.values().minimum() < 0).toList();
    return hours.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Measured(
                "x = 1 (n = 0)",
                List.of(
                    input(
                        "n",
                        "含标记为正常的负值的小时数",
                        "hours with values below zero marked normal",
                        negative.size(),
                        "h")),
                List.of(),
                new Quantity(negative.isEmpty() ? 1 : 0, Rule.YES_OR_NO),
                hours.size(),
                negative.isEmpty() ? null : negative.get(0).start()));
  }
}
