package org.tijian.inspection.entry;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.database.VaultDatabase;

/**
 * The visits of some days for an entry-code system: numbers, names and times, and no finding.
 * Check-ups that are made in one visit are one line.
 */
@Component
class EntryList {
  private static final LocalName UNKNOWN = new LocalName("（未知）", "(unknown)");
  private static final String VISITS =
      """
      select array_agg(v.id order by v.number) as ids, string_agg(v.number, ' + ' order by v.number) as number,
             min(v.site_id) as site_id, v.called_off, lower(v.during) as starts_at, upper(v.during) as ends_at,
             min(v.experts) as experts
        from (select c.id, c.number, c.site_id, c.state in ('Withdrawn', 'Excluded') as called_off, a.during,
                     case when c.state in ('Withdrawn', 'Excluded') then c.id else coalesce(a.joined_id, c.id) end as visit,
                     array_agg(a.expert_id order by a.place) as experts
                from appointment a join checkup c on c.id = a.checkup_id
               where a.during && tstzrange(:from, :until)
               group by c.id, a.during, a.joined_id) v
       group by v.visit, v.called_off, v.during
       order by starts_at, number
      """;

  private final JdbcClient jdbc;
  private final PassageTable passages;
  private final SiteRegister register;
  private final Accounts accounts;

  EntryList(VaultDatabase vault, PassageTable passages, SiteRegister register, Accounts accounts) {
    this.jdbc = vault.jdbc();
    this.passages = passages;
    this.register = register;
    this.accounts = accounts;
  }

  /**
   * In order of time.
   *
   * @param first Beijing day
   * @param last Beijing day, inclusive
   */
  List<Entry> between(LocalDate first, LocalDate last) {
    List<Row> rows =
        jdbc.sql(VISITS)
            .param("from", BeijingTime.startOf(first).atOffset(ZoneOffset.UTC))
            .param("until", BeijingTime.startOf(last.plusDays(1)).atOffset(ZoneOffset.UTC))
            .query(EntryList::read)
            .list();
    Map<UUID, List<Passage>> passed =
        passages.of(rows.stream().flatMap(row -> row.ids().stream()).distinct().toList()).stream()
            .collect(Collectors.groupingBy(Passage::checkupId));
    Map<Long, LocalName> sites =
        register.sites().stream().collect(Collectors.toMap(Site::id, Site::name));
    Map<UUID, LocalName> people = new HashMap<>();
    return rows.stream().map(row -> entry(row, passed(row, passed), sites, people)).toList();
  }

  private static List<Passage> passed(Row row, Map<UUID, List<Passage>> all) {
    return row.ids().stream()
        .flatMap(id -> all.getOrDefault(id, List.of()).stream())
        .sorted(Comparator.comparing(Passage::at).thenComparing(Passage::recordedAt))
        .toList();
  }

  private Entry entry(
      Row row, List<Passage> passed, Map<Long, LocalName> sites, Map<UUID, LocalName> people) {
    return new Entry(
        Slip.SERVICE,
        row.number(),
        sites.getOrDefault(row.siteId(), UNKNOWN),
        Slip.ORGANISER,
        row.experts().stream()
            .map(id -> person(people.computeIfAbsent(id, this::name), of(passed, id)))
            .toList(),
        row.startsAt(),
        row.endsAt(),
        row.calledOff());
  }

  private static List<Passage> of(List<Passage> passed, UUID expert) {
    return passed.stream().filter(passage -> passage.expertId().equals(expert)).toList();
  }

  private LocalName name(UUID expert) {
    return accounts.find(expert).map(Account::name).orElse(UNKNOWN);
  }

  private static Person person(LocalName name, List<Passage> own) {
    return new Person(
        name,
        own.stream()
            .filter(passage -> passage.direction() == Passage.Direction.IN)
            .map(Passage::at)
            .findFirst()
            .orElse(null),
        own.stream()
            .filter(passage -> passage.direction() == Passage.Direction.OUT)
            .map(Passage::at)
            .reduce((earlier, later) -> later)
            .orElse(null));
  }

  private static Row read(ResultSet row, int index) throws SQLException {
    Array experts = row.getArray("experts");
    return new Row(
        Arrays.asList((UUID[]) row.getArray("ids").getArray()),
        row.getString("number"),
        row.getLong("site_id"),
        row.getBoolean("called_off"),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        Arrays.asList((UUID[]) experts.getArray()));
  }

  private record Row(
      List<UUID> ids,
      String number,
      long siteId,
      boolean calledOff,
      Instant startsAt,
      Instant endsAt,
      List<UUID> experts) {}

  /**
   * A visit for an entry-code system.
   *
   * @param type {@code service}: there is no other
   */
  record Entry(
      String type,
      String number,
      LocalName enterprise,
      LocalName organiser,
      List<Person> persons,
      Instant plannedFrom,
      Instant plannedUntil,
      boolean calledOff) {}

  /**
   * @param enteredAt first time through the gate; null before
   * @param leftAt last time out; null before
   */
  record Person(LocalName name, @Nullable Instant enteredAt, @Nullable Instant leftAt) {}
}
