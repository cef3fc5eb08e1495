package org.tijian.analytics.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the frames of loggers that nobody registered within bounds: whoever invents identifiers
 * must not fill the disk. The first frames of each are kept for its registration, the rest are
 * counted only. Batches at the same moment may each pass the bound by their own frames.
 */
final class UnknownLoggers {
  /** Refusal code of a frame whose device is not registered. */
  static final String CODE = "unknown-device";

  /** One account for all of whom nothing is kept, or invented identifiers would fill that. */
  static final String EVERYBODY = "*";

  private static final long KEPT_OF_ONE = 200;
  private static final long KEPT_OF_ALL = 20_000;

  private static final String KEPT =
      """
      select mn, count(*) as frames from frame
       where refusal_code = 'unknown-device' and mn = any(:mns::text[])
       group by mn
      """;

  private static final String KEPT_AT_ALL =
      """
      select count(*) from (
        select 1 from frame where refusal_code = 'unknown-device' limit :limit) as kept
      """;

  /** A batch in two. */
  record Division(List<DistinctFrame> kept, List<Counted> counted) {}

  /**
   * A frame that is not kept.
   *
   * @param account the identifier to count it under
   */
  record Counted(DistinctFrame frame, String account) {}

  private final MonitoringDatabase database;

  UnknownLoggers(MonitoringDatabase database) {
    this.database = database;
  }

  Division divide(List<DistinctFrame> batch) {
    List<String> unknown =
        batch.stream().filter(UnknownLoggers::isUnknown).map(f -> f.key().mn()).distinct().toList();
    return unknown.isEmpty() ? new Division(batch, List.of()) : divide(batch, unknown);
  }

  private Division divide(List<DistinctFrame> batch, List<String> unknown) {
    Map<String, Long> ofOne = keptOfEach(unknown);
    long ofAll = keptOfAll();
    List<DistinctFrame> kept = new ArrayList<>(batch.size());
    List<Counted> counted = new ArrayList<>();
    for (DistinctFrame frame : batch) {
      if (!isUnknown(frame)) {
        kept.add(frame);
      } else if (ofAll < KEPT_OF_ALL && ofOne.getOrDefault(frame.key().mn(), 0L) < KEPT_OF_ONE) {
        ofOne.merge(frame.key().mn(), 1L, Long::sum);
        ofAll++;
        kept.add(frame);
      } else {
        boolean nothingKept = ofOne.getOrDefault(frame.key().mn(), 0L) == 0;
        counted.add(new Counted(frame, nothingKept ? EVERYBODY : frame.key().mn()));
      }
    }
    return new Division(kept, counted);
  }

  private Map<String, Long> keptOfEach(List<String> mns) {
    Map<String, Long> kept = new HashMap<>();
    database
        .jdbc()
        .sql(KEPT)
        .param("mns", mns.toArray(String[]::new))
        .query(
            row -> {
              kept.put(row.getString("mn"), row.getLong("frames"));
            });
    return kept;
  }

  private long keptOfAll() {
    return database.jdbc().sql(KEPT_AT_ALL).param("limit", KEPT_OF_ALL).query(Long.class).single();
  }

  private static boolean isUnknown(DistinctFrame frame) {
    return frame.frame().verdict() instanceof FrameVerdict.Refused refused
        && refused.code().equals(CODE);
  }
}
