package org.tijian.analytics.gap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;

/** Many rows of {@code sample} at once; only their times matter. */
final class SampleRows {
  private static final String FILL =
      """
      insert into sample (outlet_id, kind, measured_at, part, version, received_at, frame_id,
                          layout_id, content_hash, value)
      select :outlet, :kind, at, 0, 0, at, 0, 0, 0, '{1}'
        from generate_series(:from::timestamptz, :until::timestamptz - interval '1 second',
                             make_interval(secs => :step)) as at
      on conflict do nothing
      """;

  private final MonitoringDatabase database;

  SampleRows(MonitoringDatabase database) {
    this.database = database;
  }

  void fill(long outlet, PeriodKind kind, Instant from, Instant until, Duration step) {
    database
        .jdbc()
        .sql(FILL)
        .param("outlet", outlet)
        .param("kind", kind.code())
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("step", step.toSeconds())
        .update();
  }
}
