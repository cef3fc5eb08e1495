package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Rate;

/**
 * What minutes and their marks tell day by day: the poorest day's share of valid minutes, and the
 * longest run marked as a fault, which is how long a repair took.
 */
final class DayMeasures {
  private static final int MINUTES = 1440;
  private static final long MINUTE = 60;

  private DayMeasures() {}

  static void addTo(Map<String, Measure> measures) {
    Measure.OfInstrument share = DayMeasures::validShare;
    Measure.OfInstrument fault = DayMeasures::fault;
    Measure.OfInstrument negative = DayMeasures::negative;
    measures.put("day valid-share", share);
    measures.put("marks longest-fault", fault);
    measures.put("marks negative", negative);
  }

  private static boolean isValid(Series minutes, int i) {
    return minutes.flag()[i].isNormal() && !Double.isNaN(minutes.value()[i]);
  }

  /** Of whole days; minutes with the source stopped are not due. */
  private static Optional<Measured> validShare(
      Rule rule, Instrument instrument, Material material) {
    Series minutes = material.minutes(instrument.factor());
    Map<LocalDate, int[]> days = new HashMap<>();
    for (int i = 0; i < minutes.size(); i++) {
      int[] counts = days.computeIfAbsent(BeijingTime.dateOf(minutes.at()[i]), day -> new int[2]);
      counts[0] += isValid(minutes, i) ? 1 : 0;
      counts[1] += minutes.flag()[i].equals(DataFlag.STOPPED) ? 1 : 0;
    }
    return days.entrySet().stream()
        .filter(day -> isWhole(day.getKey(), material) && day.getValue()[1] < MINUTES)
        .min(java.util.Comparator.comparingDouble(day -> percent(day.getValue())))
        .map(
            day -> {
              int valid = day.getValue()[0];
              int due = MINUTES - day.getValue()[1];
              String unit = rule.limits().get(0).quantity().unit();
              double found = percent(day.getValue());
              return new Measured(
                  "x = min(N_valid / N_due × 100)",
                  List.of(
                      input("N_valid", "有效分钟数", "valid minutes", valid, "min"),
                      input(
                          "N_due", "应有分钟数（不含停运）", "minutes due, without stopped ones", due, "min")),
                  List.of(
                      step("x", "最差一天的有效率", "poorest day", day.getKey().toString(), found, unit)),
                  new Quantity(found, unit),
                  valid,
                  BeijingTime.startOf(day.getKey()));
            });
  }

  private static boolean isWhole(LocalDate day, Material material) {
    return !BeijingTime.startOf(day).isBefore(material.from())
        && !BeijingTime.startOf(day.plusDays(1)).isAfter(material.until());
  }

  private static double percent(int[] counts) {
    return Rate.percent(counts[0], MINUTES - counts[1]);
  }

  /** Minutes marked D that follow each other without a minute marked otherwise between them. */
  private static Optional<Measured> fault(Rule rule, Instrument instrument, Material material) {
    Series minutes = material.minutes(instrument.factor());
    if (minutes.size() == 0) {
      return Optional.empty();
    }
    Instant begun = null;
    Instant start = material.from();
    long longest = 0;
    int faults = 0;
    for (int i = 0; i < minutes.size(); i++) {
      if (!minutes.flag()[i].equals(DataFlag.FAULT)) {
        begun = null;
        continue;
      }
      faults += begun == null ? 1 : 0;
      begun = begun == null ? minutes.at()[i] : begun;
      long lasted = minutes.at()[i].getEpochSecond() + MINUTE - begun.getEpochSecond();
      if (lasted > longest) {
        longest = lasted;
        start = begun;
      }
    }
    if (faults == 0) {
      return Optional.empty();
    }
    double hours = longest / 3600.0;
    return Optional.of(
        new Measured(
            "x = max(t_1 - t_0)",
            List.of(input("N", "故障标记时段数", "spans marked as fault", faults, "1")),
            List.of(step("x", "最长故障时段", "longest of them", Sentences.minute(start), hours, "h")),
            new Quantity(hours, rule.limits().get(0).quantity().unit()),
            faults,
            start));
  }

  /** Yes if no minute below zero is marked as normal. */
  private static Optional<Measured> negative(Rule rule, Instrument instrument, Material material) {
    Series minutes = material.minutes(instrument.factor());
    if (minutes.size() == 0) {
      return Optional.empty();
    }
    int negative = 0;
    Instant first = null;
    for (int i = 0; i < minutes.size(); i++) {
      if (isValid(minutes, i) && minutes.value()[i] < 0) {
        negative++;
        first = first == null ? minutes.at()[i] : first;
      }
    }
    return Optional.of(
        new Measured(
            "x = 1 (n = 0)",
            List.of(input("n", "标记为正常的负值分钟数", "minutes below zero marked normal", negative, "min")),
            List.of(),
            new Quantity(negative == 0 ? 1 : 0, Rule.YES_OR_NO),
            minutes.size(),
            first));
  }
}
