package org.tijian.analytics.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Settles some frames of a replay in one transaction: their verdicts, their readings, the accounts
 * of the days they came on, and how far the request has got. Takes its locks in the order in which
 * {@link JdbcFrameStore} does.
 */
final class ReplaySlice {
  /** Another process has been here if nothing comes back. */
  private static final String CLAIM =
      """
      select id from frame_replay
       where id = :id and last_frame_id = :last and done_at is null
         for update skip locked
      """;

  private static final String STILL_REFUSED =
      """
      select id, refusal_code from frame
       where id = any(:ids::bigint[]) and verdict = 'refused'
       order by mn, digest for update
      """;

  private static final String ADVANCE =
      """
      update frame_replay
         set last_frame_id = :last, frames = frames + :frames, mended = mended + :mended,
             done_at = case when :done then now() end
       where id = :id
      """;

  private final MonitoringDatabase database;
  private final FactorLayouts layouts;
  private final FrameTable frames;
  private final SampleTable samples;
  private final VerdictTable verdicts;

  ReplaySlice(MonitoringDatabase database) {
    this.database = database;
    this.layouts = new FactorLayouts(database);
    this.frames = new FrameTable(database);
    this.samples = new SampleTable(database);
    this.verdicts = new VerdictTable(database);
  }

  /** A part of a request, in order of arrival. */
  record Part(JdbcFrameReplays.Open request, List<FrameReplays.Kept> frames, boolean last) {}

  /**
   * @param rereads those frames of the part of which there is something to say
   */
  void settle(Part part, List<Reread> rereads) {
    List<PendingSample> readings = rereads.stream().flatMap(r -> pending(r).stream()).toList();
    database.transaction().executeWithoutResult(status -> settle(part, rereads, readings));
  }

  /** Outside of the transaction, because layouts are committed on their own. */
  private List<PendingSample> pending(Reread reread) {
    if (!(reread.verdict() instanceof FrameVerdict.Readings verdict)) {
      return List.of();
    }
    SampleRow row = SampleRow.of(verdict.readings());
    int layout = layouts.idOf(row.factors());
    FrameReplays.Kept kept = reread.kept();
    return List.of(
        new PendingSample(kept.id(), verdict.readings(), row, layout, kept.receivedAt(), 0));
  }

  private void settle(Part part, List<Reread> rereads, List<PendingSample> readings) {
    if (!isMine(part.request())) {
      return;
    }
    Map<Long, String> refused = stillRefused(rereads);
    List<Reread> changed =
        rereads.stream().filter(r -> refused.containsKey(r.kept().id())).toList();
    verdicts.change(changed);
    Set<Long> repeated =
        samples.add(readings.stream().filter(s -> refused.containsKey(s.frameId())).toList());
    if (!repeated.isEmpty()) {
      frames.markRepeated(List.copyOf(repeated));
    }
    MovedAccounts accounts = new MovedAccounts();
    for (Reread each : changed) {
      accounts.move(each, Objects.requireNonNull(refused.get(each.kept().id())), repeated);
    }
    accounts.addTo(database);
    advance(part, accounts.mended());
  }

  private boolean isMine(JdbcFrameReplays.Open request) {
    return database
        .jdbc()
        .sql(CLAIM)
        .param("id", request.id())
        .param("last", request.lastFrameId())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  private Map<Long, String> stillRefused(List<Reread> rereads) {
    Map<Long, String> codes = new HashMap<>();
    database
        .jdbc()
        .sql(STILL_REFUSED)
        .param("ids", rereads.stream().map(r -> r.kept().id()).toArray(Long[]::new))
        .query(
            row -> {
              codes.put(row.getLong("id"), row.getString("refusal_code"));
            });
    return codes;
  }

  private void advance(Part part, long mended) {
    List<FrameReplays.Kept> done = part.frames();
    long last = done.isEmpty() ? part.request().lastFrameId() : done.get(done.size() - 1).id();
    database
        .jdbc()
        .sql(ADVANCE)
        .param("id", part.request().id())
        .param("last", last)
        .param("frames", done.size())
        .param("mended", mended)
        .param("done", part.last())
        .update();
  }
}
