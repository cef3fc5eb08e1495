package org.tijian.analytics.kept;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.digest.FactorHours;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.digest.HourDigests;
import org.tijian.analytics.digest.HourSource;
import org.tijian.analytics.kept.DigestTable.Kept;
import org.tijian.analytics.kept.DigestTable.Key;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.reading.ReadingStore.Series;

/**
 * The hours of one outlet for one check-up: those of days that are over as they are kept, today's
 * from the minutes. A closed day of which nothing is kept, or of which more is stored since, is
 * told anew and kept. What is answered is the same as if everything were told from the minutes.
 */
public final class KeptHours implements HourSource {
  /** Checks look back 90 days at most. */
  private static final int DAYS = 92;

  private final DigestTable table;
  private final ReadingStore readings;
  private final long outletId;
  private final LocalDate first;
  private final Instant now;
  private final FreshHours fresh;
  private final Map<Key, FactorHours> unpacked = new HashMap<>();
  private @Nullable Map<LocalDate, Long> rows;
  private Map<Key, Kept> kept = Map.of();
  private boolean isTidied;

  private KeptHours(DigestTable table, ReadingStore readings, long outletId, Instant now) {
    this.table = table;
    this.readings = readings;
    this.outletId = outletId;
    this.now = now;
    this.fresh = new FreshHours(readings, outletId);
    this.first = BeijingTime.dateOf(now).minusDays(DAYS);
  }

  /**
   * For one check-up of one outlet, by one thread.
   *
   * @param now days that end after it are not over
   */
  public static KeptHours of(
      MonitoringDatabase database, ReadingStore readings, long outletId, Instant now) {
    return new KeptHours(new DigestTable(database), readings, outletId, now);
  }

  @Override
  public FactorHours hours(
      long outlet, String factor, double fullScale, Instant from, Instant until) {
    Instant hour = nextHour(from);
    LocalDate open = BeijingTime.dateOf(until.isBefore(now) ? until : now);
    LocalDate begin = BeijingTime.dateOf(hour);
    boolean isKept = outlet == outletId && !BeijingTime.dateOf(from).isBefore(first);
    if (!isKept || begin.isAfter(open)) {
      return fromMinutes(factor, fullScale, from, until);
    }
    List<FactorHours> parts = new ArrayList<>();
    if (begin.isBefore(open)) {
      addRest(parts, factor, fullScale, from, hour);
      closed(factor, fullScale, begin, open).values().forEach(day -> parts.add(since(day, hour)));
    }
    Instant rest = begin.isBefore(open) ? BeijingTime.startOf(open) : from;
    if (rest.isBefore(until)) {
      parts.add(fresh.of(factor, fullScale, rest, until));
    }
    return joined(factor, parts);
  }

  /** The rest of an hour that has begun already: no hour that is kept. */
  private void addRest(
      List<FactorHours> parts, String factor, double fullScale, Instant from, Instant hour) {
    if (from.isBefore(hour)) {
      parts.add(fresh.of(factor, fullScale, from, hour));
    }
  }

  private static Instant nextHour(Instant moment) {
    Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(moment) ? hour : hour.plus(1, ChronoUnit.HOURS);
  }

  private FactorHours fromMinutes(String factor, double fullScale, Instant from, Instant until) {
    return HourDigests.of(
        readings.series(outletId, factor, PeriodKind.MINUTE, from, until), from, until, fullScale);
  }

  /** Days from the first to the last, exclusive, all of them over. */
  private TreeMap<LocalDate, FactorHours> closed(
      String factor, double fullScale, LocalDate begin, LocalDate open) {
    Map<LocalDate, Long> counted = load();
    TreeMap<LocalDate, FactorHours> days = new TreeMap<>();
    List<LocalDate> missing = new ArrayList<>();
    for (LocalDate day = begin; day.isBefore(open); day = day.plusDays(1)) {
      long stored = counted.getOrDefault(day, 0L);
      Key key = new Key(day, factor, fullScale);
      FactorHours known = stored == 0 ? fromNothing(factor, day) : known(key, stored);
      if (known == null) {
        missing.add(day);
      } else {
        days.put(day, known);
      }
    }
    days.putAll(tell(factor, fullScale, missing, counted));
    return days;
  }

  /** Unpacked once, however many spans of one check-up the day is part of. */
  private @Nullable FactorHours known(Key key, long stored) {
    Kept bytes = kept.get(key);
    if (bytes == null || bytes.rows() != stored) {
      return null;
    }
    return unpacked.computeIfAbsent(
        key, day -> DayCode.unpack(bytes.packed(), day.factor(), BeijingTime.startOf(day.day())));
  }

  private Map<LocalDate, Long> load() {
    Map<LocalDate, Long> counted = rows;
    if (counted == null) {
      LocalDate last = BeijingTime.dateOf(now);
      counted = table.rows(outletId, first, last);
      kept = table.read(outletId, first, last);
      rows = counted;
    }
    return counted;
  }

  private FactorHours fromNothing(String factor, LocalDate day) {
    Series none =
        new Series(factor, PeriodKind.MINUTE, new Instant[0], new double[0], new DataFlag[0]);
    return HourDigests.of(none, BeijingTime.startOf(day), BeijingTime.startOf(day.plusDays(1)), 1);
  }

  /** Days that follow each other are read at once. */
  private Map<LocalDate, FactorHours> tell(
      String factor, double fullScale, List<LocalDate> missing, Map<LocalDate, Long> counted) {
    Map<LocalDate, FactorHours> told = new HashMap<>();
    for (int i = 0; i < missing.size(); ) {
      int end = i + 1;
      while (end < missing.size() && missing.get(end).equals(missing.get(end - 1).plusDays(1))) {
        end++;
      }
      told.putAll(tellRun(factor, fullScale, missing.subList(i, end)));
      i = end;
    }
    Map<Key, Kept> packed = new HashMap<>();
    told.forEach(
        (day, hours) ->
            packed.put(
                new Key(day, factor, fullScale),
                new Kept(counted.getOrDefault(day, 0L), DayCode.pack(hours))));
    table.keep(outletId, packed);
    if (!packed.isEmpty() && !isTidied) {
      table.forgetBefore(outletId, first);
      isTidied = true;
    }
    return told;
  }

  private Map<LocalDate, FactorHours> tellRun(
      String factor, double fullScale, List<LocalDate> days) {
    Instant from = BeijingTime.startOf(days.get(0));
    Instant until = BeijingTime.startOf(days.get(days.size() - 1).plusDays(1));
    FactorHours all = fromMinutes(factor, fullScale, from, until);
    Map<LocalDate, FactorHours> told = new HashMap<>();
    for (LocalDate day : days) {
      Instant midnight = BeijingTime.startOf(day);
      told.put(day, between(all, midnight, midnight.plus(Duration.ofDays(1))));
    }
    return told;
  }

  private static FactorHours since(FactorHours day, Instant from) {
    return day.hours().get(0).start().isBefore(from) ? between(day, from, Instant.MAX) : day;
  }

  private static FactorHours between(FactorHours all, Instant from, Instant until) {
    List<HourDigest> hours =
        all.hours().stream()
            .filter(hour -> !hour.start().isBefore(from) && hour.start().isBefore(until))
            .toList();
    return new FactorHours(hours, GasMinutes.between(all.gasMinutes(), from, until));
  }

  private static FactorHours joined(String factor, List<FactorHours> parts) {
    return new FactorHours(
        parts.stream().flatMap(part -> part.hours().stream()).toList(),
        GasMinutes.joined(factor, parts.stream().map(FactorHours::gasMinutes).toList()));
  }
}
