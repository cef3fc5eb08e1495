package org.tijian.inspection.programme;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** Programmes in the vault database, and whom they fit. */
@Component
class ProgrammeTable {
  private static final String FIELDS =
      """
      title_zh = :titleZh, title_en = :titleEn, text_zh = :textZh, text_en = :textEn, topics = :topics,
      starts_on = :startsOn, ends_on = :endsOn, places = :places, medium = :medium, factors = :factors,
      fuels = :fuels, industries = :industries, terms_version = :terms
      """;
  private static final String ADD =
      """
      insert into programme (id, number, title_zh, title_en, text_zh, text_en, topics, starts_on, ends_on, places,
                             medium, factors, fuels, industries, terms_version, state, request_key, made_by, made_at)
      values (:id, 'YQ-' || :year || '-' || to_char(nextval('programme_number'), 'FM0000'), :titleZh, :titleEn, :textZh,
              :textEn, :topics, :startsOn, :endsOn, :places, :medium, :factors, :fuels, :industries, :terms, 'Draft',
              :key, :by, :at)
      on conflict (request_key) do nothing
      """;
  private static final String PAGE =
      """
      select p.*, (select count(*) from programme_fit f where f.programme_id = p.id) as told,
             (select count(*) from checkup_programme c where c.programme_id = p.id) as requests
        from programme p
       where (:state = '' or p.state = :state)
         and (cast(:after as uuid) is null
              or (p.made_at, p.number) < (select made_at, number from programme where id = cast(:after as uuid)))
       order by p.made_at desc, p.number desc limit :limit
      """;
  private static final String FOR_SITE =
      """
      select p.*, f.outlet_ids, f.reason_zh, f.reason_en from programme_fit f join programme p on p.id = f.programme_id
       where f.site_id = :site and p.state = 'Published' and p.ends_on >= :today
       order by p.ends_on, p.number limit 100
      """;
  private static final String ADD_FIT =
      """
      insert into programme_fit (programme_id, site_id, outlet_ids, reason_zh, reason_en, found_at)
      values (:programme, :site, :outlets, :zh, :en, :at) on conflict do nothing
      """;

  private final JdbcClient jdbc;

  ProgrammeTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /** One for the office: how many enterprises it fits, and how many requests followed it. */
  record Listed(Programme programme, int told, int requests) {}

  /** One that fits an enterprise, and why. */
  record Invited(Programme programme, List<Long> outletIds, LocalName reason) {}

  void add(Programme made, Account by, @Nullable UUID key) {
    fields(jdbc.sql(ADD), made)
        .param("id", made.id())
        .param("year", Integer.toString(BeijingTime.dateOf(made.madeAt()).getYear()))
        .param("key", key)
        .param("by", by.id())
        .param("at", utc(made.madeAt()))
        .update();
  }

  Optional<Programme> byKey(UUID key) {
    return jdbc.sql("select * from programme where request_key = :key")
        .param("key", key)
        .query((row, index) -> read(row))
        .optional();
  }

  Optional<Programme> find(UUID id) {
    return jdbc.sql("select * from programme where id = :id")
        .param("id", id)
        .query((row, index) -> read(row))
        .optional();
  }

  /** False if it is no draft any more, or was changed since. */
  boolean change(Programme changed) {
    return fields(
                jdbc.sql(
                    "update programme set %s, version = version + 1 where id = :id and version = :version and state = 'Draft'"
                        .formatted(FIELDS)),
                changed)
            .param("id", changed.id())
            .param("version", changed.version())
            .update()
        == 1;
  }

  /** False if it is not in the state any more. */
  boolean move(UUID id, Programme.State from, Programme.State to, String column, Instant at) {
    return jdbc.sql(
                "update programme set state = :to, %s = :at, version = version + 1 where id = :id and state = :from"
                    .formatted(column))
            .param("id", id)
            .param("from", from.word())
            .param("to", to.word())
            .param("at", utc(at))
            .update()
        == 1;
  }

  List<Listed> page(String state, @Nullable UUID after, int limit) {
    return jdbc.sql(PAGE)
        .param("state", state)
        .param("after", after)
        .param("limit", limit)
        .query((row, index) -> new Listed(read(row), row.getInt("told"), row.getInt("requests")))
        .list();
  }

  List<Invited> forSite(long siteId, LocalDate today) {
    return jdbc.sql(FOR_SITE)
        .param("site", siteId)
        .param("today", today)
        .query(
            (row, index) ->
                new Invited(
                    read(row),
                    List.of((Long[]) row.getArray("outlet_ids").getArray()),
                    new LocalName(row.getString("reason_zh"), row.getString("reason_en"))))
        .list();
  }

  List<Programme> published(LocalDate today) {
    return jdbc.sql("select * from programme where state = 'Published' and ends_on >= :today")
        .param("today", today)
        .query((row, index) -> read(row))
        .list();
  }

  /** False if it was known before. */
  boolean addFit(UUID programmeId, long siteId, Fit fit, Instant at) {
    return jdbc.sql(ADD_FIT)
            .param("programme", programmeId)
            .param("site", siteId)
            .param("outlets", fit.outletIds().toArray(Long[]::new))
            .param("zh", fit.reason().zh())
            .param("en", fit.reason().en())
            .param("at", utc(at))
            .update()
        == 1;
  }

  private static JdbcClient.StatementSpec fields(
      JdbcClient.StatementSpec sql, Programme programme) {
    Programme.Conditions conditions = programme.conditions();
    return sql.param("titleZh", programme.title().zh())
        .param("titleEn", programme.title().en())
        .param("textZh", programme.text().zh())
        .param("textEn", programme.text().en())
        .param("topics", programme.topics().toArray(String[]::new))
        .param("startsOn", programme.startsOn())
        .param("endsOn", programme.endsOn())
        .param("places", conditions.places().toArray(String[]::new))
        .param("medium", conditions.medium())
        .param("factors", conditions.factors().toArray(String[]::new))
        .param("fuels", conditions.fuels().toArray(String[]::new))
        .param("industries", conditions.industries().toArray(String[]::new))
        .param("terms", programme.terms());
  }

  private static Programme read(ResultSet row) throws SQLException {
    return new Programme(
        row.getObject("id", UUID.class),
        row.getString("number"),
        new LocalName(row.getString("title_zh"), row.getString("title_en")),
        new LocalName(row.getString("text_zh"), row.getString("text_en")),
        words(row, "topics"),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        new Programme.Conditions(
            words(row, "places"),
            row.getString("medium"),
            words(row, "factors"),
            words(row, "fuels"),
            words(row, "industries")),
        row.getString("terms_version"),
        Programme.State.of(row.getString("state")),
        row.getInt("version"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("published_at", OffsetDateTime.class)),
        instant(row.getObject("ended_at", OffsetDateTime.class)));
  }

  private static List<String> words(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
