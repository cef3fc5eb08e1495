package org.tijian.inspection.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** Questions and, for each reader, what was sealed for that reader. */
@Component
class QuestionTable {
  private static final String ADD =
      """
      insert into question (id, checkup_id, asked_by, by_zh, by_en, asked_at)
      values (:id, :checkup, :by, :zh, :en, :at) on conflict (id) do nothing
      """;
  private static final String ADD_COPY =
      """
      insert into question_copy (question_id, account_id, sealed) values (:question, :account, :sealed)
      on conflict do nothing
      """;
  private static final String OF =
      """
      select q.*, c.sealed from question q
        left join question_copy c on c.question_id = q.id and c.account_id = :reader
       where q.checkup_id = :checkup order by q.asked_at, q.id
      """;
  private static final String READERS =
      """
      select c.account_id from question_copy c join question q on q.id = c.question_id
       where q.id = :question
      """;

  /** Check-ups of an enterprise whose questions have not reached every expert of the team. */
  private static final String WAITING =
      """
      select distinct q.checkup_id from question q
        join checkup c on c.id = q.checkup_id
        join appointment a on a.checkup_id = c.id and a.released_at is null
       where c.site_id = :site and c.state in ('Scheduled', 'InProgress')
         and not exists (select from question_copy k where k.question_id = q.id and k.account_id = a.expert_id)
      """;

  private final JdbcClient jdbc;

  QuestionTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  void add(UUID id, UUID checkupId, Account by, Instant at) {
    jdbc.sql(ADD)
        .param("id", id)
        .param("checkup", checkupId)
        .param("by", by.id())
        .param("zh", by.name().zh())
        .param("en", by.name().en())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void addCopy(UUID questionId, UUID reader, byte[] sealed) {
    jdbc.sql(ADD_COPY)
        .param("question", questionId)
        .param("account", reader)
        .param("sealed", sealed)
        .update();
  }

  List<Row> of(UUID checkupId, UUID reader) {
    return jdbc.sql(OF)
        .param("checkup", checkupId)
        .param("reader", reader)
        .query(QuestionTable::read)
        .list();
  }

  List<UUID> readers(UUID questionId) {
    return jdbc.sql(READERS).param("question", questionId).query(UUID.class).list();
  }

  List<UUID> waiting(long siteId) {
    return jdbc.sql(WAITING).param("site", siteId).query(UUID.class).list();
  }

  /** Whoever is no party any more reads nothing any more. */
  void keepOnlyFor(UUID checkupId, Collection<UUID> readers) {
    jdbc.sql(
            """
            delete from question_copy where question_id in (select id from question where checkup_id = :checkup)
              and not account_id = any(:readers)
            """)
        .param("checkup", checkupId)
        .param("readers", readers.toArray(UUID[]::new))
        .update();
  }

  void deleteAll(UUID checkupId) {
    jdbc.sql("delete from question where checkup_id = :checkup")
        .param("checkup", checkupId)
        .update();
  }

  private static Row read(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        new LocalName(row.getString("by_zh"), row.getString("by_en")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getBytes("sealed"));
  }

  /** A question with what is sealed for one reader. */
  record Row(UUID id, LocalName by, Instant at, byte @Nullable [] sealed) {}
}
