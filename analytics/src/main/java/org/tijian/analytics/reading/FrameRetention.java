package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Removes frames past their time, folded or not, and enters what they counted for, so that the
 * accounts of a logger still add up.
 */
final class FrameRetention {
  private static final String REMOVE =
      """
      with block as (
        delete from frame_block where received_until < :before
        returning mn, readings::bigint, noted::bigint,
                  copies - readings - noted as duplicate, 0::bigint as refused
      ), row as (
        delete from frame where last_received_at < :before
        returning mn, (verdict = 'readings')::int::bigint as readings,
                  (verdict = 'noted')::int::bigint as noted,
                  copies - (verdict <> 'repeated')::int::bigint as duplicate,
                  (verdict = 'refused')::int::bigint as refused
      )
      insert into frame_removed as known (mn, readings, noted, duplicate, refused, removed_until)
      select mn, sum(readings), sum(noted), sum(duplicate), sum(refused), :before
        from (select * from block union all select * from row) as removed
       group by mn
       order by mn
      on conflict (mn) do update
         set readings = known.readings + excluded.readings,
             noted = known.noted + excluded.noted,
             duplicate = known.duplicate + excluded.duplicate,
             refused = known.refused + excluded.refused,
             removed_until = excluded.removed_until
      """;

  private final MonitoringDatabase database;

  FrameRetention(MonitoringDatabase database) {
    this.database = database;
  }

  void remove(Instant before) {
    database.jdbc().sql(REMOVE).param("before", before.atOffset(ZoneOffset.UTC)).update();
  }
}
