package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Frames, readings and accounts of a batch in one transaction of PostgreSQL. */
final class JdbcFrameStore implements FrameStore {
  private final MonitoringDatabase database;
  private final FactorLayouts layouts;
  private final FrameTable frames;
  private final SampleTable samples;

  JdbcFrameStore(MonitoringDatabase database) {
    this.database = database;
    this.layouts = new FactorLayouts(database);
    this.frames = new FrameTable(database);
    this.samples = new SampleTable(database);
  }

  /** A frame with its readings already in the form of the table. */
  private record Prepared(
      DistinctFrame distinct, FrameVerdict.Readings verdict, SampleRow row, int layoutId) {

    PendingSample inFrame(long frameId) {
      return new PendingSample(
          frameId, verdict.readings(), row, layoutId, distinct.firstArrival(), 0);
    }
  }

  @Override
  public Appended append(List<ArrivedFrame> batch) {
    if (batch.isEmpty()) {
      return new Appended(0, 0, 0, 0);
    }
    List<DistinctFrame> distinct = DistinctFrame.fold(batch);
    List<Prepared> prepared = distinct.stream().flatMap(f -> prepare(f).stream()).toList();
    return Objects.requireNonNull(
        database.transaction().execute(status -> store(distinct, prepared)));
  }

  private List<Prepared> prepare(DistinctFrame distinct) {
    if (!(distinct.frame().verdict() instanceof FrameVerdict.Readings verdict)) {
      return List.of();
    }
    SampleRow row = SampleRow.of(verdict.readings());
    return List.of(new Prepared(distinct, verdict, row, layouts.idOf(row.factors())));
  }

  private Appended store(List<DistinctFrame> distinct, List<Prepared> prepared) {
    Map<DistinctFrame.Key, Long> fresh = frames.add(distinct);
    List<PendingSample> pending = new ArrayList<>(prepared.size());
    for (Prepared candidate : prepared) {
      Long id = fresh.get(candidate.distinct().key());
      if (id != null) {
        pending.add(candidate.inFrame(id));
      }
    }
    Set<Long> repeated = samples.add(pending);
    if (!repeated.isEmpty()) {
      frames.markRepeated(List.copyOf(repeated));
    }
    DayAccounts accounts = account(distinct, fresh, repeated);
    accounts.addTo(database);
    return accounts.total();
  }

  private static DayAccounts account(
      List<DistinctFrame> distinct, Map<DistinctFrame.Key, Long> fresh, Set<Long> repeated) {
    DayAccounts accounts = new DayAccounts();
    for (DistinctFrame frame : distinct) {
      Long id = fresh.get(frame.key());
      boolean isNew = id != null && !repeated.contains(id);
      DayAccounts.Fate fate = isNew ? fateOf(frame.frame().verdict()) : DayAccounts.Fate.DUPLICATE;
      for (Instant arrival : frame.arrivals()) {
        accounts.count(frame.key().mn(), arrival, fate);
        fate = DayAccounts.Fate.DUPLICATE;
      }
    }
    return accounts;
  }

  private static DayAccounts.Fate fateOf(FrameVerdict verdict) {
    if (verdict instanceof FrameVerdict.Readings) {
      return DayAccounts.Fate.STORED;
    }
    return verdict instanceof FrameVerdict.Refused
        ? DayAccounts.Fate.REFUSED
        : DayAccounts.Fate.NOTED;
  }
}
