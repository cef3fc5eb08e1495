package org.tijian.inspection.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.database.VaultDatabase;

/** The newest proposal in the vault database. */
@Component
class MatchingTable {
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  MatchingTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
    this.transaction = vault.transaction();
  }

  /** In place of the one before. */
  void keep(Run run, List<Proposal> proposals) {
    transaction.executeWithoutResult(
        tx -> {
          jdbc.sql("delete from matching_run").update();
          jdbc.sql("insert into matching_run values (:id, :by, :asked, :finished, :hard, :soft)")
              .param("id", run.id())
              .param("by", run.askedBy())
              .param("asked", run.askedAt().atOffset(ZoneOffset.UTC))
              .param("finished", run.finishedAt().atOffset(ZoneOffset.UTC))
              .param("hard", run.hard())
              .param("soft", run.soft())
              .update();
          proposals.forEach(proposal -> add(run.id(), proposal));
        });
  }

  private void add(UUID run, Proposal proposal) {
    jdbc.sql(
            """
            insert into matching_proposal (run_id, checkup_id, joined_ids, expert_ids, during)
            values (:run, :checkup, :joined, :experts, tstzrange(:from, :until))
            """)
        .param("run", run)
        .param("joined", proposal.joined().toArray(UUID[]::new))
        .param("checkup", proposal.checkupId())
        .param("experts", proposal.expertIds().toArray(UUID[]::new))
        .param("from", proposal.startsAt().atOffset(ZoneOffset.UTC))
        .param("until", proposal.endsAt().atOffset(ZoneOffset.UTC))
        .update();
    proposal
        .reasons()
        .forEach(
            (rule, points) ->
                jdbc.sql("insert into matching_reason values (:run, :checkup, :rule, :points)")
                    .param("run", run)
                    .param("checkup", proposal.checkupId())
                    .param("rule", rule.name())
                    .param("points", points)
                    .update());
  }

  Optional<Run> newest() {
    return jdbc.sql("select * from matching_run order by asked_at desc limit 1")
        .query(
            (row, index) ->
                new Run(
                    row.getObject("id", UUID.class),
                    row.getObject("asked_by", UUID.class),
                    instant(row, "asked_at"),
                    instant(row, "finished_at"),
                    row.getInt("hard"),
                    row.getInt("soft")))
        .optional();
  }

  /** Those of the run whose check-ups still wait for a team, in order of time. */
  List<Proposal> open(UUID run) {
    Map<UUID, Map<Rule, Integer>> reasons = new HashMap<>();
    jdbc.sql("select * from matching_reason where run_id = :run")
        .param("run", run)
        .query(
            row -> {
              reasons
                  .computeIfAbsent(
                      row.getObject("checkup_id", UUID.class), id -> new EnumMap<>(Rule.class))
                  .put(Rule.of(row.getString("rule")), row.getInt("points"));
            });
    return jdbc.sql(
            """
            select p.*, array(select j.id from checkup j where j.id = any(p.joined_ids) and j.state = 'Accepted'
                                order by j.number) as still_joined, lower(p.during) as starts_at, upper(p.during) as ends_at
              from matching_proposal p join checkup c on c.id = p.checkup_id
             where p.run_id = :run and c.state = 'Accepted' order by p.during, c.number
            """)
        .param("run", run)
        .query(
            (row, index) -> {
              UUID checkup = row.getObject("checkup_id", UUID.class);
              return new Proposal(
                  checkup,
                  List.of((UUID[]) row.getArray("still_joined").getArray()),
                  List.of((UUID[]) row.getArray("expert_ids").getArray()),
                  instant(row, "starts_at"),
                  instant(row, "ends_at"),
                  reasons.getOrDefault(checkup, Map.of()));
            })
        .list();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** One search that ended. */
  record Run(UUID id, UUID askedBy, Instant askedAt, Instant finishedAt, int hard, int soft) {}
}
