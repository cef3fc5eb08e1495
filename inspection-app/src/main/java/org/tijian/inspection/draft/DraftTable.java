package org.tijian.inspection.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Drafts in the vault database: who wrote when, and for each reader what was sealed. */
@Component
class DraftTable {
  private static final String ADD =
      """
      insert into request_draft (id, site_id, programme_id, step, version, changed_by, by_zh, by_en, changed_at)
      values (:id, :site, :programme, 0, 1, :by, :zh, :en, :at)
      on conflict (id) do nothing
      """;
  private static final String SAVE =
      """
      update request_draft set step = :step, version = version + 1, content = null,
                               changed_by = :by, by_zh = :zh, by_en = :en, changed_at = :at
       where id = :id and version = :version
      """;
  private static final String WROTE =
      """
      insert into request_draft_writer (draft_id, account_id, by_zh, by_en, first_at, last_at)
      values (:id, :by, :zh, :en, :at, :at)
      on conflict (draft_id, account_id) do update set last_at = excluded.last_at
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
        .query(DraftTable::read)
        .list();
  }

  Optional<Draft> find(UUID id) {
    return jdbc.sql("select * from request_draft where id = :id")
        .param("id", id)
        .query(DraftTable::read)
        .optional();
  }

  int count(long siteId) {
    return jdbc.sql("select count(*) from request_draft where site_id = :site")
        .param("site", siteId)
        .query(Integer.class)
        .single();
  }

  /** False if there is one of that id. */
  boolean add(UUID id, @Nullable UUID programmeId, Account by, Instant at) {
    boolean added =
        by(jdbc.sql(ADD), by, at)
                .param("id", id)
                .param("site", by.siteId())
                .param("programme", programmeId)
                .update()
            == 1;
    if (added) {
      wrote(id, by, at);
    }
    return added;
  }

  /** False if somebody saved it since. */
  boolean save(UUID id, int version, int step, Account by, Instant at) {
    boolean saved =
        by(jdbc.sql(SAVE), by, at)
                .param("id", id)
                .param("version", version)
                .param("step", step)
                .update()
            == 1;
    if (saved) {
      wrote(id, by, at);
    }
    return saved;
  }

  private void wrote(UUID id, Account by, Instant at) {
    by(jdbc.sql(WROTE), by, at).param("id", id).update();
  }

  /** Everybody who wrote in it, whoever began first. */
  List<Draft.Writer> writers(UUID id) {
    return jdbc.sql(
            "select * from request_draft_writer where draft_id = :id order by first_at, account_id")
        .param("id", id)
        .query(
            (row, index) ->
                new Draft.Writer(
                    row.getObject("account_id", UUID.class),
                    name(row),
                    instant(row, "first_at"),
                    instant(row, "last_at")))
        .list();
  }

  void remove(UUID id) {
    jdbc.sql("delete from request_draft where id = :id").param("id", id).update();
  }

  void putCopy(UUID id, UUID reader, byte[] sealed) {
    jdbc.sql(
            """
            insert into request_draft_copy (draft_id, account_id, sealed) values (:draft, :account, :sealed)
            on conflict do nothing
            """)
        .param("draft", id)
        .param("account", reader)
        .param("sealed", sealed)
        .update();
  }

  void dropCopies(UUID id) {
    jdbc.sql("delete from request_draft_copy where draft_id = :id").param("id", id).update();
  }

  void dropQuestionsFromBefore(UUID id) {
    jdbc.sql("delete from request_draft_questions where draft_id = :id").param("id", id).update();
  }

  void keepCopies(UUID id, Collection<UUID> readers) {
    jdbc.sql(
            "delete from request_draft_copy where draft_id = :id and not account_id = any(:readers)")
        .param("id", id)
        .param("readers", readers.toArray(UUID[]::new))
        .update();
  }

  List<UUID> holders(UUID id) {
    return jdbc.sql("select account_id from request_draft_copy where draft_id = :id")
        .param("id", id)
        .query(UUID.class)
        .list();
  }

  byte @Nullable [] copy(UUID id, UUID reader) {
    return sealed("request_draft_copy", id, reader);
  }

  byte @Nullable [] questionsFromBefore(UUID id, UUID reader) {
    return sealed("request_draft_questions", id, reader);
  }

  private byte @Nullable [] sealed(String table, UUID id, UUID reader) {
    return jdbc.sql(
            "select sealed from %s where draft_id = :id and account_id = :reader".formatted(table))
        .param("id", id)
        .param("reader", reader)
        .query(byte[].class)
        .optional()
        .orElse(null);
  }

  /** Drafts from before that are not sealed yet, with what stands in them. */
  Map<Draft, CheckupRequest> inTheClear() {
    Map<Draft, CheckupRequest> found = new LinkedHashMap<>();
    jdbc.sql("select * from request_draft where content is not null")
        .query(
            (row, index) ->
                found.put(
                    read(row, index),
                    json.readValue(row.getString("content"), CheckupRequest.class)))
        .list();
    return found;
  }

  void clear(UUID id) {
    jdbc.sql("update request_draft set content = null where id = :id").param("id", id).update();
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

  private static Draft read(ResultSet row, int index) throws SQLException {
    return new Draft(
        row.getObject("id", UUID.class),
        row.getLong("site_id"),
        row.getObject("programme_id", UUID.class),
        row.getInt("step"),
        row.getInt("version"),
        name(row),
        instant(row, "changed_at"));
  }

  private static LocalName name(ResultSet row) throws SQLException {
    return new LocalName(row.getString("by_zh"), row.getString("by_en"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
