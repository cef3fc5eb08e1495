package org.tijian.inspection.remedy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Remedies in the database. */
@Component
class RemedyStore {
  private static final String ADD =
      """
      insert into remedy (id, state, topic, instrument, code, title_zh, text_zh, title_en, text_en, proposed_by, grams)
      values (:id, 'proposed', :topic, :instrument, :code, :titleZh, :textZh, :titleEn, :textEn, :by, :grams)
      on conflict (id) do nothing
      """;
  private static final String DECIDE =
      """
      update remedy set state = :state, month = :month, proposed_by = null
       where id = :id and state = 'proposed' and proposed_by <> :by
      """;
  private static final String SEARCH =
      """
      select * from remedy
       where state = 'published'
         and (:before = 0 or position < :before)
         and (:topic = '' or topic = :topic)
         and (:instrument = '' or instrument = :instrument)
         and (:code = '' or code = :code)
         and (cardinality(cast(:grams as text[])) = 0 or grams @> cast(:grams as text[]))
         and (:english = '' or words @@ plainto_tsquery('english', :english) or grams @> string_to_array(:english, ' '))
       order by position desc limit :limit
      """;

  private final JdbcClient jdbc;

  RemedyStore(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  void add(UUID id, RemedyText text, UUID by) {
    jdbc.sql(ADD)
        .param("id", id)
        .param("topic", text.topic())
        .param("instrument", text.instrument())
        .param("code", text.code())
        .param("titleZh", text.titleZh())
        .param("textZh", text.textZh())
        .param("titleEn", text.titleEn())
        .param("textEn", text.textEn())
        .param("by", by)
        .param("grams", array(Grams.of(text.whole())))
        .update();
  }

  /** False if it is not waiting, or if the one who decides proposed it. */
  boolean decide(UUID id, UUID by, String state, @Nullable LocalDate month) {
    return jdbc.sql(DECIDE)
            .param("id", id)
            .param("by", by)
            .param("state", state)
            .param("month", month)
            .update()
        == 1;
  }

  boolean withdraw(UUID id) {
    return jdbc.sql("update remedy set state = 'withdrawn' where id = :id and state = 'published'")
            .param("id", id)
            .update()
        == 1;
  }

  Optional<Remedy> find(UUID id, UUID reader) {
    return jdbc.sql("select * from remedy where id = :id")
        .param("id", id)
        .query((row, index) -> read(row, reader))
        .optional();
  }

  /** Waiting for somebody to decide, oldest first. */
  List<Remedy> waiting(UUID reader) {
    return jdbc.sql("select * from remedy where state = 'proposed' order by position limit 100")
        .query((row, index) -> read(row, reader))
        .list();
  }

  /** Newest first; every part of the question narrows it. */
  List<Remedy> search(Search search, UUID reader, int limit) {
    return jdbc.sql(SEARCH)
        .param("before", search.before())
        .param("topic", search.topic())
        .param("instrument", search.instrument())
        .param("code", search.code())
        .param("grams", array(Grams.asked(search.text())))
        .param("english", Grams.english(search.text()))
        .param("limit", limit)
        .query((row, index) -> read(row, reader))
        .list();
  }

  /** How many are published for each code. */
  List<String> codes() {
    return jdbc.sql(
            "select distinct code from remedy where state = 'published' and code is not null")
        .query(String.class)
        .list();
  }

  private static String[] array(Set<String> grams) {
    return grams.toArray(String[]::new);
  }

  private static Remedy read(ResultSet row, UUID reader) throws SQLException {
    return new Remedy(
        row.getObject("id", UUID.class),
        row.getLong("position"),
        row.getString("state"),
        new RemedyText(
            row.getString("topic"),
            row.getString("instrument"),
            row.getString("code"),
            row.getString("title_zh"),
            row.getString("text_zh"),
            row.getString("title_en"),
            row.getString("text_en")),
        row.getObject("month", LocalDate.class),
        reader.equals(row.getObject("proposed_by", UUID.class)));
  }

  /**
   * @param before position that the page before ended with; 0 for the first
   */
  record Search(String text, String topic, String instrument, String code, long before) {}
}
