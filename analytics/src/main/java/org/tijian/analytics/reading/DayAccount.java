package org.tijian.analytics.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** What a batch adds to one logger's account of a day. */
final class DayAccount {
  private final long[] fates = new long[Fate.values().length];
  private final Spread latency = new Spread();
  private final Spread clock = new Spread();
  private final Set<String> transports = new TreeSet<>();
  private Instant last = Instant.MIN;
  private long notKept;
  private long defective;
  private long resent;
  private long fetched;
  private long sentLater;
  private long outOfOrder;

  /** One copy of a frame. */
  void arrived(ArrivedFrame frame, Instant arrival, Fate fate) {
    fates[fate.ordinal()]++;
    transports.add(frame.transport());
    last = arrival.isAfter(last) ? arrival : last;
    defective += frame.facts().defects().isEmpty() ? 0 : 1;
    resent += frame.facts().resent() ? 1 : 0;
  }

  void notKept(int frames) {
    notKept += frames;
  }

  /**
   * When a frame that nobody had seen before says its data is from.
   *
   * <ul>
   *   <li>Latency is end of the period to arrival, of live minute data that arrived before two
   *       further periods had ended: what comes later waited for something else than the line, and
   *       what is sent once an hour says little about it. It is negative when the logger's clock is
   *       ahead. The length of a period is one minute; a logger set to a longer interval shows a
   *       latency only up to two minutes.
   *   <li>Clock is DataTime less arrival of live real-time data. The way takes time, so the largest
   *       value of a day comes nearest to the clock's error.
   * </ul>
   */
  void timed(Timeliness how, PeriodKind kind, Instant dataTime, Instant arrival) {
    fetched += how == Timeliness.FETCHED ? 1 : 0;
    sentLater += how == Timeliness.LATER ? 1 : 0;
    outOfOrder += how == Timeliness.OUT_OF_ORDER ? 1 : 0;
    if (how == Timeliness.LIVE) {
      live(kind, dataTime, arrival);
    }
  }

  private void live(PeriodKind kind, Instant dataTime, Instant arrival) {
    if (kind == PeriodKind.REAL_TIME) {
      clock.add(Duration.between(arrival, dataTime));
      return;
    }
    Duration late = Duration.between(dataTime.plus(kind.length()), arrival);
    if (kind == PeriodKind.MINUTE && late.compareTo(kind.length().multipliedBy(2)) < 0) {
      latency.add(late);
    }
  }

  long count(Fate fate) {
    return fates[fate.ordinal()];
  }

  Spread latency() {
    return latency;
  }

  Spread clock() {
    return clock;
  }

  String transports() {
    return String.join(",", transports);
  }

  Instant last() {
    return last;
  }

  long countNotKept() {
    return notKept;
  }

  long countDefective() {
    return defective;
  }

  long countResent() {
    return resent;
  }

  long countFetched() {
    return fetched;
  }

  long countSentLater() {
    return sentLater;
  }

  long countOutOfOrder() {
    return outOfOrder;
  }
}
