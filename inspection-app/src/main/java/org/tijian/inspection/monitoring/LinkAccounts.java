package org.tijian.inspection.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.finding.Dossier;
import org.tijian.analytics.finding.Dossiers;
import org.tijian.analytics.finding.LinkDay;
import org.tijian.analytics.gap.Gap;
import org.tijian.analytics.gap.GapBook;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.LoggerDay;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.Timing;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;

/**
 * What the gateway's accounts and the book of gaps tell of an outlet's line, day by day. A drop is
 * a run of two or more missing minutes, whether they were fetched later or not.
 */
@Component
class LinkAccounts implements Dossiers {
  private static final Duration SHORTEST_DROP = Duration.ofMinutes(2);

  private final SiteRegister register;
  private final FrameLedger ledger;
  private final GapBook gaps;

  LinkAccounts(SiteRegister register, FrameLedger ledger, GapBook gaps) {
    this.register = register;
    this.ledger = ledger;
    this.gaps = gaps;
  }

  @Override
  public Dossier of(Outlet outlet, Instant from, Instant until) {
    LocalDate first = BeijingTime.dateOf(from);
    LocalDate end = BeijingTime.dateOf(until.minusSeconds(1)).plusDays(1);
    List<LoggerDay> accounts = new ArrayList<>();
    for (Device device : register.devices(outlet.id())) {
      accounts.addAll(ledger.health(device.mn(), first, end));
    }
    List<Gap> missing =
        gaps.ofOutlet(outlet.id(), from).stream()
            .filter(gap -> gap.kind() == PeriodKind.MINUTE)
            .toList();
    return new Dossier(days(accounts, missing, from, until), List.of(), List.of(), List.of());
  }

  /** Of the days for which there are accounts, oldest first. */
  static List<LinkDay> days(
      List<LoggerDay> accounts, List<Gap> missing, Instant from, Instant until) {
    LocalDate end = BeijingTime.dateOf(until.minusSeconds(1)).plusDays(1);
    List<LinkDay> days = new ArrayList<>();
    for (LocalDate day = BeijingTime.dateOf(from); day.isBefore(end); day = day.plusDays(1)) {
      LocalDate of = day;
      List<LoggerDay> counted =
          accounts.stream().filter(account -> account.account().day().equals(of)).toList();
      Instant start = later(from, BeijingTime.startOf(day));
      Instant stop = earlier(until, BeijingTime.startOf(day.plusDays(1)));
      if (!counted.isEmpty()) {
        days.add(day(day, start, stop, counted, missing));
      }
    }
    return days;
  }

  private static LinkDay day(
      LocalDate day, Instant start, Instant stop, List<LoggerDay> accounts, List<Gap> missing) {
    long due = Duration.between(start, stop).toMinutes();
    long late = missing.stream().mapToLong(gap -> minutes(gap, start, stop)).sum();
    List<Gap> drops =
        missing.stream()
            .filter(gap -> !gap.from().isBefore(start) && gap.from().isBefore(stop))
            .filter(gap -> length(gap).compareTo(SHORTEST_DROP) >= 0)
            .toList();
    long messages = accounts.stream().mapToLong(each -> each.account().received()).sum();
    long odd = accounts.stream().mapToLong(e -> e.defective() + e.account().refused()).sum();
    double longest = drops.stream().mapToLong(gap -> length(gap).toMinutes()).max().orElse(0);
    return new LinkDay(
        day,
        due,
        Math.max(0, due - late),
        messages,
        Math.min(messages, odd),
        (long) drops.size(),
        longest,
        seconds(accounts.stream().map(LoggerDay::latency).toList(), Timing::mean),
        seconds(accounts.stream().map(LoggerDay::clock).toList(), Timing::most),
        null);
  }

  private static Duration length(Gap gap) {
    return Duration.between(gap.from(), gap.until());
  }

  private static long minutes(Gap gap, Instant start, Instant stop) {
    Instant from = later(gap.from(), start);
    Instant until = earlier(gap.until(), stop);
    return from.isBefore(until) ? Duration.between(from, until).toMinutes() : 0;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private interface Part {
    Duration of(Timing timing);
  }

  /** Of several loggers the one that is furthest off; null if none was timed. */
  private static @Nullable Double seconds(List<@Nullable Timing> timings, Part part) {
    OptionalDouble most =
        timings.stream()
            .filter(Objects::nonNull)
            .mapToDouble(timing -> part.of(timing).toMillis() / 1000.0)
            .reduce((a, b) -> Math.abs(a) >= Math.abs(b) ? a : b);
    return most.isPresent() ? Double.valueOf(most.getAsDouble()) : null;
  }
}
