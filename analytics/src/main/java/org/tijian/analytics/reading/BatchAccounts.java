package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a batch adds to the accounts of its devices, by Beijing day of arrival. */
final class BatchAccounts {
  private final SortedMap<DeviceDay, DayAccount> days = new TreeMap<>();
  private final RefusalTable refusals = new RefusalTable();
  private final DefectTable defects = new DefectTable();
  private final NewestTimes newest;
  private final FetchedSpans fetched;

  private BatchAccounts(NewestTimes newest, FetchedSpans fetched) {
    this.newest = newest;
    this.fetched = fetched;
  }

  /**
   * @param read the frames of the batch that are new and could be read
   */
  static BatchAccounts after(
      KnownNewest known, List<ArrivedFrame> read, MonitoringDatabase database) {
    NewestTimes before = known.before(read);
    List<ArrivedFrame> old = read.stream().filter(before::mayBeAskedFor).toList();
    return new BatchAccounts(before, FetchedSpans.of(old, database));
  }

  /**
   * Counts all copies of a frame; all but the first are duplicates.
   *
   * @param fate of the first copy
   * @param frameId the frame as it is kept; null if nobody asks, as without a defect
   */
  void count(DistinctFrame distinct, Fate fate, @Nullable Long frameId) {
    ArrivedFrame frame = distinct.frame();
    if (fate == Fate.STORED || fate == Fate.NOTED) {
      time(frame);
    }
    Fate each = fate;
    for (Instant arrival : distinct.arrivals()) {
      count(DeviceDay.of(frame.mn(), arrival), frame, arrival, each, frameId);
      each = Fate.DUPLICATE;
    }
  }

  /** Counts all copies of a frame that is not kept: none can be told from the first. */
  void countNotKept(UnknownLoggers.Counted counted) {
    for (Instant arrival : counted.frame().arrivals()) {
      DeviceDay day = DeviceDay.of(counted.account(), arrival);
      count(day, counted.frame().frame(), arrival, Fate.REFUSED, null);
      account(day).notKept(1);
    }
  }

  private void count(
      DeviceDay day, ArrivedFrame frame, Instant arrival, Fate fate, @Nullable Long frameId) {
    account(day).arrived(frame, arrival, fate);
    defects.count(day, frame, arrival, frameId);
    if (fate == Fate.REFUSED && frame.verdict() instanceof FrameVerdict.Refused refused) {
      refusals.count(day, refused.code(), 1);
    }
  }

  /** Only first copies tell the time: a repeat is late by nature. */
  private void time(ArrivedFrame frame) {
    PeriodKind kind = frame.facts().kind();
    Instant dataTime = frame.facts().dataTime();
    if (kind == null || dataTime == null) {
      return;
    }
    NewestTimes.Stream stream = new NewestTimes.Stream(frame.mn(), kind);
    Timeliness how =
        Timeliness.of(frame, kind, dataTime, newest.of(stream), fetched.hold(stream, dataTime));
    newest.passed(stream, new Timeliness.Newest(dataTime, frame.receivedAt()));
    account(DeviceDay.of(frame.mn(), frame.receivedAt()))
        .timed(how, kind, dataTime, frame.receivedAt());
  }

  private DayAccount account(DeviceDay day) {
    return days.computeIfAbsent(day, k -> new DayAccount());
  }

  void move(MovedAccounts moved) {
    refusals.add(moved.reasons());
  }

  NewestTimes newest() {
    return newest;
  }

  FrameStore.Appended total() {
    return new FrameStore.Appended(
        total(Fate.STORED), total(Fate.NOTED), total(Fate.DUPLICATE), total(Fate.REFUSED));
  }

  private int total(Fate fate) {
    return Math.toIntExact(days.values().stream().mapToLong(a -> a.count(fate)).sum());
  }

  /** The row of the journal, where nothing was refused or defective. */
  Object[] row() {
    return AccountJournal.row(days, newest);
  }

  void addTo(MonitoringDatabase database) {
    AccountJournal.add(days, newest, database);
    refusals.addTo(database);
    defects.addTo(database);
  }
}
