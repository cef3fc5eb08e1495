package org.tijian.inspection.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.CheckupRequest;
import tools.jackson.databind.json.JsonMapper;

/** Drafts in the vault database, and the questions in them, sealed for each director. */
@Component
class DraftTable {
  private static final String ADD =
      """
      insert into request_draft (id, site_id, programme_id, step, version, content, changed_by, by_zh, by_en, changed_at)
      values (:id, :site, :programme, 0, 1, :content::jsonb, :by, :zh, :en, :at)
      on conflict (id) do nothing
      """;
  private static final String SAVE =
      """
      update request_draft set step = :step, version = version + 1, content = :content::jsonb,
                               changed_by = :by, by_zh = :zh, by_en = :en, changed_at = :at
       where id = :id and version = :version
      """;
  private static final String QUESTIONS =
      """
      insert into request_draft_questions (draft_id, account_id, sealed) values (:draft, :account, :sealed)
      on conflict (draft_id, account_id) do update set sealed = :sealed
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DraftTable(VaultDatabase vault, JsonMapper json) {
    this.jdbc = vault.jdbc();
    this.json = json;
  }

  List<Draft> ofSite(long siteId, int limit) {
    return jdbc.sql(
            "select * from request_draft where site_id = :site order by changed_at desc, id limit :limit")
        .param("site", siteId)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  Optional<Draft> find(UUID id) {
    return jdbc.sql("select * from request_draft where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  int count(long siteId) {
    return jdbc.sql("select count(*) from request_draft where site_id = :site")
        .param("site", siteId)
        .query(Integer.class)
        .single();
  }

  void add(UUID id, @Nullable UUID programmeId, CheckupRequest content, Account by, Instant at) {
    by(jdbc.sql(ADD), by, at)
        .param("id", id)
        .param("site", by.siteId())
        .param("programme", programmeId)
        .param("content", json.writeValueAsString(content))
        .update();
  }

  /** False if somebody saved it since. */
  boolean save(UUID id, int version, int step, CheckupRequest content, Account by, Instant at) {
    return by(jdbc.sql(SAVE), by, at)
            .param("id", id)
            .param("version", version)
            .param("step", step)
            .param("content", json.writeValueAsString(content))
            .update()
        == 1;
  }

  void remove(UUID id) {
    jdbc.sql("delete from request_draft where id = :id").param("id", id).update();
  }

  void putQuestions(UUID id, UUID reader, byte[] sealed) {
    jdbc.sql(QUESTIONS)
        .param("draft", id)
        .param("account", reader)
        .param("sealed", sealed)
        .update();
  }

  void dropQuestions(UUID id) {
    jdbc.sql("delete from request_draft_questions where draft_id = :id").param("id", id).update();
  }

  byte @Nullable [] questions(UUID id, UUID reader) {
    return jdbc.sql(
            "select sealed from request_draft_questions where draft_id = :id and account_id = :reader")
        .param("id", id)
        .param("reader", reader)
        .query(byte[].class)
        .optional()
        .orElse(null);
  }

  void follows(UUID checkupId, UUID programmeId) {
    jdbc.sql(
            "insert into checkup_programme (checkup_id, programme_id) values (:checkup, :programme)")
        .param("checkup", checkupId)
        .param("programme", programmeId)
        .update();
  }

  private static JdbcClient.StatementSpec by(JdbcClient.StatementSpec sql, Account by, Instant at) {
    return sql.param("by", by.id())
        .param("zh", by.name().zh())
        .param("en", by.name().en())
        .param("at", at.atOffset(ZoneOffset.UTC));
  }

  private Draft read(ResultSet row, int index) throws SQLException {
    return new Draft(
        row.getObject("id", UUID.class),
        row.getLong("site_id"),
        row.getObject("programme_id", UUID.class),
        row.getInt("step"),
        row.getInt("version"),
        json.readValue(row.getString("content"), CheckupRequest.class),
        new LocalName(row.getString("by_zh"), row.getString("by_en")),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
