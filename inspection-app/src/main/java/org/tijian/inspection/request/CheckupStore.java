package org.tijian.inspection.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** Check-ups in the vault database: request, consent and history. */
@Component
class CheckupStore {
  static final String SELECT =
      """
      select c.id, c.number, c.site_id, c.state, c.version, c.outlet_ids, c.topics, c.data_from, c.data_until,
             c.preferred_days::text[] as preferred_days, c.note,
             t.version as terms_version, t.language, t.sha256, t.account_id, t.name_zh, t.name_en, t.given_at,
             a.expert_ids, a.starts_at, a.ends_at,
             array(select distinct m.checkup_id from appointment j join appointment m on m.joined_id = j.joined_id
                    where j.checkup_id = c.id and m.checkup_id <> c.id and j.released_at is null and m.released_at is null) as joined,
             array(select p.expert_id from expert_pledge p where p.checkup_id = c.id and p.ended_at is null) as pledged
        from checkup c join consent t on t.checkup_id = c.id left join lateral
             (select array_agg(expert_id order by place) as expert_ids,
                     min(lower(during)) as starts_at, min(upper(during)) as ends_at
                from appointment where checkup_id = c.id) a on true
       where %s
       order by c.requested_at desc, c.number desc
      """;
  private static final String ADD =
      """
      insert into checkup (id, number, site_id, state, outlet_ids, topics, data_from, data_until, preferred_days, note,
                           requested_by, request_key, requested_at)
      values (:id, 'TJ-' || :year || '-' || to_char(nextval('checkup_number'), 'FM000000'), :site, 'Requested',
              :outlets, :topics, :dataFrom, :dataUntil, cast(:days as text[])::date[], :note, :by, :key, :at)
      """;
  private static final String ADD_CONSENT =
      """
      insert into consent (checkup_id, version, language, sha256, account_id, name_zh, name_en, role, given_at)
      values (:id, :version, :language, :sha256, :account, :zh, :en, 'director', :at)
      """;
  private static final String ADD_EVENT =
      """
      insert into checkup_history (checkup_id, position, state, at, account_id, by_zh, by_en)
      values (:id, :position, :state, :at, :account, :zh, :en)
      """;
  private static final String HISTORY =
      """
      select h.*, a.reason, lower(a.during) as started_at, upper(a.during) as ended_at
        from checkup_history h left join appointment_change a using (checkup_id, position)
       where h.checkup_id in (:ids) order by h.checkup_id, h.position
      """;
  private static final String ADD_CHANGE =
      """
      insert into appointment_change (checkup_id, position, reason, expert_ids, during)
      values (:id, :position, :reason, :experts, tstzrange(:startsAt, :endsAt))
      """;
  private static final String CHANGE_SCOPE =
      """
      update checkup set outlet_ids = :outlets, topics = :topics, data_from = :dataFrom, data_until = :dataUntil,
                         preferred_days = cast(:days as text[])::date[], note = :note, version = version + 1
       where id = :id
      """;
  private static final String MOVE =
      "update checkup set state = :state, version = version + 1 where id = :id and version = :version";

  private final JdbcClient jdbc;

  CheckupStore(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  List<Checkup> all() {
    return withHistory(select("true").query(CheckupRow::read).list());
  }

  List<Checkup> ofSite(long siteId) {
    return withHistory(
        select("c.site_id = :site").param("site", siteId).query(CheckupRow::read).list());
  }

  List<Checkup> ofExpert(UUID expertId) {
    return withHistory(
        select(
                "exists (select from appointment m where m.checkup_id = c.id and m.expert_id = :expert)")
            .param("expert", expertId)
            .query(CheckupRow::read)
            .list());
  }

  /** Others of the enterprise that wait for a team, and so could be made in the same visit. */
  List<Checkup> joinable(Checkup checkup) {
    return withHistory(
        select("c.site_id = :site and c.state = 'Accepted' and c.id <> :id")
            .param("site", checkup.siteId())
            .param("id", checkup.id())
            .query(CheckupRow::read)
            .list());
  }

  /** In no order that means anything. */
  List<Checkup> byIds(List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : withHistory(select("c.id in (:ids)").param("ids", ids).query(CheckupRow::read).list());
  }

  /** What is told of check-ups on the page of another one, in order of number. */
  List<CheckupView.JoinedView> joined(Set<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select id, number, state, topics from checkup where id in (:ids) order by number")
            .param("ids", ids)
            .query(
                (row, index) ->
                    new CheckupView.JoinedView(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("state"),
                        List.of((String[]) row.getArray("topics").getArray())))
            .list();
  }

  Optional<Checkup> find(UUID id) {
    return one(select("c.id = :id").param("id", id));
  }

  Optional<Checkup> findByKey(UUID requestedBy, UUID key) {
    return one(
        select("c.requested_by = :by and c.request_key = :key")
            .param("by", requestedBy)
            .param("key", key));
  }

  /** The state, which then stands still until the transaction ends. */
  Optional<CheckupState> hold(UUID id) {
    return jdbc.sql("select state from checkup where id = :id for share")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(CheckupState::of);
  }

  void lock(UUID id) {
    jdbc.sql("select from checkup where id = :id for update").param("id", id).query().listOfRows();
  }

  void add(UUID id, long siteId, Scope scope, Consent consent, @Nullable UUID key) {
    scoped(jdbc.sql(ADD), scope)
        .param("id", id)
        .param("year", Integer.toString(consent.at().atZone(ZoneOffset.ofHours(8)).getYear()))
        .param("site", siteId)
        .param("by", consent.accountId())
        .param("key", key)
        .param("at", consent.at().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(ADD_CONSENT)
        .param("id", id)
        .param("version", consent.version())
        .param("language", consent.language())
        .param("sha256", consent.sha256())
        .param("account", consent.accountId())
        .param("zh", consent.by().zh())
        .param("en", consent.by().en())
        .param("at", consent.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Another scope; whoever holds an older state of the check-up finds that it moved on. */
  void changeScope(Checkup checkup, Scope scope) {
    scoped(jdbc.sql(CHANGE_SCOPE), scope).param("id", checkup.id()).update();
  }

  private static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec sql, Scope scope) {
    return sql.param("outlets", scope.outletIds().toArray(Long[]::new))
        .param("topics", scope.topics().stream().map(Topic::word).toArray(String[]::new))
        .param("dataFrom", scope.dataFrom())
        .param("dataUntil", scope.dataUntil())
        .param(
            "days", scope.preferredDays().stream().map(LocalDate::toString).toArray(String[]::new))
        .param("note", scope.note());
  }

  /** False if somebody else moved the check-up since it was read. */
  boolean move(Checkup from, CheckupState to) {
    return jdbc.sql(MOVE)
            .param("state", to.word())
            .param("id", from.id())
            .param("version", from.version())
            .update()
        == 1;
  }

  void addEvent(UUID id, int position, CheckupState state, Instant at, Account by) {
    jdbc.sql(ADD_EVENT)
        .param("id", id)
        .param("position", position)
        .param("state", state.word())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("account", by.id())
        .param("zh", by.name().zh())
        .param("en", by.name().en())
        .update();
  }

  /** What the appointment was until the step at that position of the history. */
  void addChange(UUID id, int position, Appointment before, String reason) {
    jdbc.sql(ADD_CHANGE)
        .param("id", id)
        .param("position", position)
        .param("reason", reason)
        .param("experts", before.expertIds().toArray(UUID[]::new))
        .param("startsAt", before.startsAt().atOffset(ZoneOffset.UTC))
        .param("endsAt", before.endsAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private JdbcClient.StatementSpec select(String condition) {
    return jdbc.sql(SELECT.formatted(condition));
  }

  private Optional<Checkup> one(JdbcClient.StatementSpec select) {
    return withHistory(select.query(CheckupRow::read).list()).stream().findFirst();
  }

  private List<Checkup> withHistory(List<Checkup> checkups) {
    if (checkups.isEmpty()) {
      return checkups;
    }
    Map<UUID, List<Checkup.Event>> events = new HashMap<>();
    jdbc.sql(HISTORY)
        .param("ids", checkups.stream().map(Checkup::id).toList())
        .query(
            row -> {
              events
                  .computeIfAbsent(row.getObject("checkup_id", UUID.class), id -> new ArrayList<>())
                  .add(CheckupRow.readEvent(row));
            });
    return checkups.stream().map(c -> c.with(events.getOrDefault(c.id(), List.of()))).toList();
  }
}
