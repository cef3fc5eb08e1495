package org.tijian.analytics.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.tijian.analytics.reading.FrameTable.Place;

/**
 * Frames, readings and accounts of a batch in one transaction of PostgreSQL: the quick way if all
 * of it is new, else the careful way here.
 */
final class JdbcFrameStore implements FrameStore {
  private final MonitoringDatabase database;
  private final FactorLayouts layouts;
  private final FrameTable frames;
  private final SampleTable samples;
  private final VerdictTable verdicts;
  private final UnknownLoggers unknown;
  private final FoldedFrames folded;
  private final KnownNewest newest;
  private final QuickWay quickWay;

  JdbcFrameStore(MonitoringDatabase database) {
    this.database = database;
    this.layouts = new FactorLayouts(database);
    this.frames = new FrameTable(database);
    this.samples = new SampleTable(database);
    this.verdicts = new VerdictTable(database);
    this.unknown = new UnknownLoggers(database);
    this.folded = new FoldedFrames(database);
    this.newest = new KnownNewest(database);
    this.quickWay = new QuickWay(database, newest);
  }

  @Override
  public Appended append(List<ArrivedFrame> batch) {
    if (batch.isEmpty()) {
      return new Appended(0, 0, 0, 0);
    }
    List<DistinctFrame> distinct = DistinctFrame.fold(batch);
    List<PreparedFrame> prepared = prepare(distinct);
    BatchAccounts quick = quickWay.store(distinct, prepared);
    BatchAccounts accounts = quick == null ? storeCarefully(distinct, prepared) : quick;
    newest.committed(accounts.newest());
    return accounts.total();
  }

  private List<PreparedFrame> prepare(List<DistinctFrame> distinct) {
    List<PreparedFrame> prepared = new ArrayList<>(distinct.size());
    int arrival = 0;
    for (DistinctFrame each : distinct) {
      arrival++;
      if (each.frame().verdict() instanceof FrameVerdict.Readings verdict) {
        SampleRow row = SampleRow.of(verdict.readings());
        int layoutId = layouts.idOf(row.factors());
        prepared.add(new PreparedFrame(arrival, each, verdict.readings(), row, layoutId));
      }
    }
    return prepared;
  }

  private BatchAccounts storeCarefully(List<DistinctFrame> distinct, List<PreparedFrame> prepared) {
    return Objects.requireNonNull(
        database.transaction().execute(status -> store(distinct, prepared)));
  }

  private BatchAccounts store(List<DistinctFrame> distinct, List<PreparedFrame> prepared) {
    UnknownLoggers.Division division = unknown.divide(distinct);
    Map<DistinctFrame, Place> places = frames.add(division.kept());
    List<PendingSample> pending = new ArrayList<>(prepared.size());
    for (PreparedFrame candidate : prepared) {
      Place place = placeOf(candidate.distinct(), places);
      if (place.fresh() || place.refusal() != null) {
        pending.add(candidate.inFrame(place.id()));
      }
    }
    List<Reread> mended = mended(division.kept(), places);
    verdicts.change(mended);
    Set<Long> repeated = new HashSet<>(folded.repeated(late(prepared, places)));
    pending.removeIf(sample -> repeated.contains(sample.frameId()));
    repeated.addAll(samples.add(pending));
    if (!repeated.isEmpty()) {
      frames.markRepeated(List.copyOf(repeated));
    }
    BatchAccounts accounts = account(division, places, repeated);
    if (!mended.isEmpty()) {
      accounts.move(moved(mended, places, repeated));
    }
    accounts.addTo(database);
    return accounts;
  }

  /** New rows of a day before their arrival: their first copies may have been folded. */
  private static List<FoldedFrames.Candidate> late(
      List<PreparedFrame> prepared, Map<DistinctFrame, Place> places) {
    List<FoldedFrames.Candidate> late = new ArrayList<>();
    for (PreparedFrame each : prepared) {
      Place place = placeOf(each.distinct(), places);
      if (place.fresh() && each.isLate()) {
        ArrivedFrame frame = each.distinct().frame();
        late.add(
            new FoldedFrames.Candidate(place.id(), frame.mn(), frame.bytes(), each.measuredAt()));
      }
    }
    return late;
  }

  /**
   * Frames that wait in quarantine and now came once more, readable: since they may be answered,
   * they must be stored.
   */
  private static List<Reread> mended(List<DistinctFrame> kept, Map<DistinctFrame, Place> places) {
    List<Reread> mended = new ArrayList<>();
    for (DistinctFrame distinct : kept) {
      Place place = placeOf(distinct, places);
      ArrivedFrame frame = distinct.frame();
      if (!place.fresh()
          && place.refusal() != null
          && !(frame.verdict() instanceof FrameVerdict.Refused)) {
        FrameReplays.Kept first =
            new FrameReplays.Kept(
                place.id(), frame.mn(), place.receivedAt(), frame.transport(), frame.bytes());
        mended.add(new Reread(first, frame.command(), frame.verdict()));
      }
    }
    return mended;
  }

  /** Their first copies were refused; those of this batch are duplicates. */
  private MovedAccounts moved(
      List<Reread> mended, Map<DistinctFrame, Place> places, Set<Long> repeated) {
    Map<Long, String> refusals = new HashMap<>();
    for (Place place : places.values()) {
      if (place.refusal() != null) {
        refusals.put(place.id(), place.refusal());
      }
    }
    MovedAccounts moved = new MovedAccounts();
    for (Reread each : mended) {
      moved.move(each, Objects.requireNonNull(refusals.get(each.kept().id())), repeated);
    }
    moved.addDaysTo(database);
    return moved;
  }

  private BatchAccounts account(
      UnknownLoggers.Division division, Map<DistinctFrame, Place> places, Set<Long> repeated) {
    Function<DistinctFrame, Fate> fates = frame -> fate(frame, places, repeated);
    List<ArrivedFrame> read =
        division.kept().stream()
            .filter(frame -> isRead(fates.apply(frame)))
            .map(DistinctFrame::frame)
            .toList();
    BatchAccounts accounts = BatchAccounts.after(newest, read, database);
    for (DistinctFrame frame : division.kept()) {
      accounts.count(frame, fates.apply(frame), placeOf(frame, places).id());
    }
    division.counted().forEach(accounts::countNotKept);
    return accounts;
  }

  private static boolean isRead(Fate fate) {
    return fate == Fate.STORED || fate == Fate.NOTED;
  }

  private static Fate fate(
      DistinctFrame frame, Map<DistinctFrame, Place> places, Set<Long> repeated) {
    Place place = placeOf(frame, places);
    return place.fresh() && !repeated.contains(place.id())
        ? Fate.ofFirst(frame.frame().verdict())
        : Fate.DUPLICATE;
  }

  private static Place placeOf(DistinctFrame frame, Map<DistinctFrame, Place> places) {
    return Objects.requireNonNull(places.get(frame));
  }
}
