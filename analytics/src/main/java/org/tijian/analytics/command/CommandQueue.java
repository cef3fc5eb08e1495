package org.tijian.analytics.command;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.tijian.analytics.reading.MonitoringDatabase;

/** Hands waiting commands out to gateways, each to one. */
final class CommandQueue {
  private static final String TOO_LATE =
      """
      update command set state = 'UNREACHABLE', ended_at = :now
       where ended_at is null and state = 'WAITING' and send_until <= :now
         and (gateway is null or leased_until < :now)
      """;

  /** What was taken and not sent goes back, to be chosen again among all that wait. */
  private static final String GIVE_BACK =
      """
      update command set gateway = null, leased_until = null
       where ended_at is null and state = 'WAITING' and gateway is not null
         and (gateway = :gateway or leased_until < :now)
      """;

  private static final String TAKE =
      """
      update command set gateway = :gateway, lease_millis = :millis, leased_until = :until
       where id in (
         select c.id from command c
          where c.ended_at is null and c.state = 'WAITING' and c.gateway is null
            and c.id in (
              select distinct on (w.mn) w.id from command w
               where w.ended_at is null and w.state = 'WAITING' and w.mn = any(:mns)
                 and not exists (
                   select 1 from command o
                    where o.mn = w.mn and o.ended_at is null and o.gateway is not null)
               order by w.mn, (w.origin = 'GAP' or w.kind like '%\\_HISTORY'), w.id)
            for update skip locked)
      returning *
      """;

  private static final String OPEN =
      """
      update command
         set gateway = :gateway, leased_until = :now + lease_millis * interval '1 millisecond'
       where ended_at is null and state in ('SENT', 'RUNNING')
         and (gateway = :gateway or leased_until < :now)
      returning *
      """;

  private final MonitoringDatabase database;

  CommandQueue(MonitoringDatabase database) {
    this.database = database;
  }

  List<Command> take(List<String> connected, String gateway, Duration lease, Instant now) {
    try {
      return Objects.requireNonNull(
          database
              .transaction()
              .execute(
                  status -> {
                    release(gateway, now);
                    return taken(connected, gateway, lease, now);
                  }));
    } catch (DuplicateKeyException e) {
      // Another gateway took a command of the same logger in the same moment: the next call sees
      // it.
      return List.of();
    }
  }

  private void release(String gateway, Instant now) {
    database.jdbc().sql(TOO_LATE).param("now", now.atOffset(ZoneOffset.UTC)).update();
    database
        .jdbc()
        .sql(GIVE_BACK)
        .param("gateway", gateway)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<Command> taken(List<String> connected, String gateway, Duration lease, Instant now) {
    return database
        .jdbc()
        .sql(TAKE)
        .param("gateway", gateway)
        .param("millis", lease.toMillis())
        .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
        .param("mns", connected.toArray(String[]::new))
        .query((row, n) -> CommandRow.read(row))
        .list();
  }

  List<Command> open(String gateway, Instant now) {
    return database
        .jdbc()
        .sql(OPEN)
        .param("gateway", gateway)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> CommandRow.read(row))
        .list();
  }
}
