package org.tijian.analytics.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.tijian.analytics.reading.MonitoringDatabase;

/**
 * The journal in PostgreSQL. What comes late or twice changes nothing: each statement names the
 * states it may leave.
 */
final class JdbcCommandJournal implements CommandJournal {
  private static final String ORDER =
      """
      insert into command (mn, kind, parameters, origin, ordered_by, ordered_at, confirmed, secret,
                           send_until, state)
      values (:mn, :kind, :parameters, :origin, :by, :at, :confirmed, :secret, :until, 'WAITING')
      returning *
      """;

  private static final String UNDER_WAY =
      "select * from command where ended_at is null and state in ('SENT', 'RUNNING')";

  private static final String CANCEL =
      """
      update command set state = 'CANCELLED', ended_at = :at, gateway = null
       where id = :id and state = 'WAITING' and (gateway is null or leased_until < :at)
      """;

  private static final String SENT =
      """
      update command set state = 'SENT', qn = :qn, sent_at = :at, attempts = attempts + 1
       where id = :id and state in ('WAITING', 'SENT')
      """;

  private static final String UNSENT =
      """
      update command
         set attempts = attempts - 1,
             state = case when attempts = 1 then 'WAITING' else state end,
             qn = case when attempts = 1 then null else qn end,
             sent_at = case when attempts = 1 then null else sent_at end
       where id = :id and state = 'SENT'
      """;

  private static final String ANSWERED =
      """
      update command set state = 'RUNNING', qn_rtn = :rtn, answered_at = :at
       where id = :id and state = 'SENT'
      """;

  private static final String TOLD =
      """
      update command set reply = reply || cast(:reply as jsonb), frames = frames + :frames
       where id = :id and (ended_at is null or state = 'DONE')
      """;

  private static final String DONE_SINCE =
      """
      select * from command
       where mn = :mn and state = 'DONE' and ended_at >= :since order by id desc limit 1
      """;

  private static final String ENDED =
      """
      update command set state = :state, exe_rtn = :rtn, ended_at = :at
       where id = :id and ended_at is null
      """;

  private final MonitoringDatabase database;
  private final InstantSource clock;
  private final CommandQueue queue;

  JdbcCommandJournal(MonitoringDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.queue = new CommandQueue(database);
  }

  @Override
  public Command order(Order order) {
    CommandParameters.check(order.kind(), order.parameters());
    if (order.kind().effect() == CommandKind.Effect.INSTRUMENT && !order.confirmed()) {
      throw new UnconfirmedCommand(order.kind());
    }
    return sql(ORDER)
        .param("mn", order.mn())
        .param("kind", order.kind().name())
        .param("parameters", CommandRow.json(order.parameters()))
        .param("origin", order.origin().name())
        .param("by", order.orderedBy())
        .param("at", utc(clock.instant()))
        .param("confirmed", order.confirmed())
        .param("secret", order.secret())
        .param("until", order.until() == null ? null : utc(order.until()))
        .query((row, n) -> CommandRow.read(row))
        .single();
  }

  @Override
  public Optional<Command> find(long id) {
    return sql("select * from command where id = :id")
        .param("id", id)
        .query((row, n) -> CommandRow.read(row))
        .optional();
  }

  @Override
  public List<Command> ofLogger(String mn, @Nullable Long before, int atMost) {
    return sql("select * from command where mn = :mn and id < :before order by id desc limit :limit")
        .param("mn", mn)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", atMost)
        .query((row, n) -> CommandRow.read(row))
        .list();
  }

  @Override
  public boolean cancel(long id) {
    return sql(CANCEL).param("id", id).param("at", utc(clock.instant())).update() == 1;
  }

  @Override
  public List<Command> take(List<String> connected, String gateway, Duration lease) {
    return queue.take(connected, gateway, lease, clock.instant());
  }

  @Override
  public List<Command> open(String gateway) {
    return queue.open(gateway, clock.instant());
  }

  @Override
  public List<Command> underWay() {
    return sql(UNDER_WAY).query((row, n) -> CommandRow.read(row)).list();
  }

  @Override
  public Optional<Command> underWay(String mn) {
    return sql(UNDER_WAY + " and mn = :mn")
        .param("mn", mn)
        .query((row, n) -> CommandRow.read(row))
        .optional();
  }

  @Override
  public Optional<Command> doneSince(String mn, Instant since) {
    return sql(DONE_SINCE)
        .param("mn", mn)
        .param("since", utc(since))
        .query((row, n) -> CommandRow.read(row))
        .optional();
  }

  @Override
  public Optional<String> secretOf(long id) {
    return sql("select secret from command where id = :id and secret is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  @Override
  public void sent(long id, String qn, Instant at) {
    sql(SENT).param("id", id).param("qn", qn).param("at", utc(at)).update();
  }

  @Override
  public void unsent(long id) {
    sql(UNSENT).param("id", id).update();
  }

  @Override
  public void answered(long id, int qnRtn, Instant at) {
    sql(ANSWERED).param("id", id).param("rtn", qnRtn).param("at", utc(at)).update();
  }

  @Override
  public void told(long id, Map<String, String> reply, int frames) {
    sql(TOLD)
        .param("id", id)
        .param("reply", CommandRow.json(reply))
        .param("frames", frames)
        .update();
  }

  @Override
  public void ended(long id, Command.State state, @Nullable Integer exeRtn, Instant at) {
    if (state.isOpen()) {
      throw new IllegalArgumentException("%s is no end".formatted(state));
    }
    sql(ENDED)
        .param("id", id)
        .param("state", state.name())
        .param("rtn", exeRtn)
        .param("at", utc(at))
        .update();
  }

  private StatementSpec sql(String statement) {
    return database.jdbc().sql(statement);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
