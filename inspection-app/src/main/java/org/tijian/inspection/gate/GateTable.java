package org.tijian.inspection.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** Pauses and votes in the vault database. One check-up has at most one open pause. */
@Component
class GateTable {
  private static final String ADD =
      """
      insert into gate (id, checkup_id, kind, raised_by, by_zh, by_en, raised_at, hearing_until)
      values (:id, :checkup, :kind, :by, :zh, :en, :at, :hearingUntil)
      on conflict do nothing
      """;
  private static final String VOTE =
      """
      insert into gate_vote (gate_id, account_id, by_zh, by_en, applies, at)
      values (:gate, :by, :zh, :en, :applies, :at) on conflict do nothing
      """;
  private static final String OF =
      "select * from gate where checkup_id = :checkup order by raised_at";
  private static final String OPEN =
      "select * from gate where checkup_id = :checkup and outcome is null";
  private static final String SETTLE =
      "update gate set outcome = :outcome, settled_at = :at where id = :id and outcome is null";

  private final JdbcClient jdbc;

  GateTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  void add(UUID checkupId, Gate.Kind kind, Account by, Instant at, @Nullable Instant hearingUntil) {
    person(jdbc.sql(ADD), by)
        .param("id", UUID.randomUUID())
        .param("checkup", checkupId)
        .param("kind", kind.word())
        .param("at", utc(at))
        .param("hearingUntil", hearingUntil == null ? null : utc(hearingUntil))
        .update();
  }

  /** All pauses of a check-up, oldest first. */
  List<Gate> of(UUID checkupId) {
    return jdbc.sql(OF).param("checkup", checkupId).query(this::read).list();
  }

  Optional<Gate> open(UUID checkupId) {
    return jdbc.sql(OPEN).param("checkup", checkupId).query(this::read).optional();
  }

  void acted(Gate gate, Instant at) {
    say("update gate set acted_at = :at where id = :id and acted_at is null", gate, at);
  }

  void heard(Gate gate, Instant at) {
    say("update gate set heard_at = :at where id = :id and heard_at is null", gate, at);
  }

  /** False if this gatekeeper voted before. */
  boolean vote(Gate gate, Account by, boolean applies, Instant at) {
    return person(jdbc.sql(VOTE), by)
            .param("gate", gate.id())
            .param("applies", applies)
            .param("at", utc(at))
            .update()
        == 1;
  }

  void settle(Gate gate, Gate.Outcome outcome, Instant at) {
    jdbc.sql(SETTLE)
        .param("outcome", outcome.word())
        .param("at", utc(at))
        .param("id", gate.id())
        .update();
  }

  private void say(String sql, Gate gate, Instant at) {
    jdbc.sql(sql).param("at", utc(at)).param("id", gate.id()).update();
  }

  private Gate read(ResultSet row, int index) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String outcome = row.getString("outcome");
    return new Gate(
        id,
        row.getObject("checkup_id", UUID.class),
        Objects.requireNonNull(Gate.Kind.of(row.getString("kind"))),
        new LocalName(row.getString("by_zh"), row.getString("by_en")),
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        instant(row, "hearing_until"),
        instant(row, "acted_at"),
        instant(row, "heard_at"),
        votes(id),
        outcome == null ? null : Gate.Outcome.of(outcome),
        instant(row, "settled_at"));
  }

  private List<Gate.Vote> votes(UUID gateId) {
    return jdbc.sql("select * from gate_vote where gate_id = :gate order by at")
        .param("gate", gateId)
        .query(
            (row, index) ->
                new Gate.Vote(
                    row.getObject("account_id", UUID.class),
                    new LocalName(row.getString("by_zh"), row.getString("by_en")),
                    row.getBoolean("applies"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static JdbcClient.StatementSpec person(JdbcClient.StatementSpec sql, Account by) {
    return sql.param("by", by.id()).param("zh", by.name().zh()).param("en", by.name().en());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
