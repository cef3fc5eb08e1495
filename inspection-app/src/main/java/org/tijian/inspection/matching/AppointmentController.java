package org.tijian.inspection.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/** Which visits are arranged in a span of days, for the office's calendar. */
@RestController
class AppointmentController {
  private static final int LONGEST_DAYS = 42;

  private static final String ARRANGED =
      """
      select (array_agg(v.id order by v.number))[1] as id, string_agg(v.number, ' + ' order by v.number) as number,
             v.state, min(v.site_id) as site_id, min(v.starts_at) as starts_at, min(v.ends_at) as ends_at,
             min(v.expert_ids) as expert_ids
        from (select c.id, c.number, c.state, c.site_id, coalesce(a.joined_id, c.id) as visit,
                     min(lower(a.during)) as starts_at, min(upper(a.during)) as ends_at,
                     array_agg(a.expert_id order by a.place) as expert_ids
                from appointment a join checkup c on c.id = a.checkup_id
               where a.released_at is null and a.during && tstzrange(:from, :until)
               group by c.id, a.joined_id) v
       group by v.visit, v.state order by starts_at, number
      """;

  private static final LocalName UNKNOWN = new LocalName("（未知）", "(unknown)");

  private final VaultDatabase vault;
  private final SiteRegister register;
  private final Accounts accounts;

  AppointmentController(VaultDatabase vault, SiteRegister register, Accounts accounts) {
    this.vault = vault;
    this.register = register;
    this.accounts = accounts;
  }

  /**
   * @param until last Beijing day, included
   */
  @GetMapping("/api/appointments")
  List<Arranged> list(
      @AuthenticationPrincipal Account account,
      @RequestParam LocalDate from,
      @RequestParam LocalDate until) {
    if (account.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
    Input.check(
        !until.isBefore(from) && ChronoUnit.DAYS.between(from, until) < LONGEST_DAYS,
        "until",
        "最多 42 天。",
        "At most 42 days.");
    return named(arranged(from, until));
  }

  private List<Row> arranged(LocalDate from, LocalDate until) {
    return vault
        .jdbc()
        .sql(ARRANGED)
        .param("from", BeijingTime.startOf(from).atOffset(ZoneOffset.UTC))
        .param("until", BeijingTime.startOf(until.plusDays(1)).atOffset(ZoneOffset.UTC))
        .query((row, index) -> read(row))
        .list();
  }

  /** A month has hundreds of visits: their names are looked up at once. */
  private List<Arranged> named(List<Row> rows) {
    Map<Long, LocalName> sites =
        register.siteNames(rows.stream().map(Row::siteId).collect(Collectors.toSet()));
    Map<UUID, LocalName> experts =
        accounts.names(
            rows.stream().flatMap(row -> row.experts().stream()).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new Arranged(
                    row.id(),
                    row.number(),
                    row.state(),
                    sites.getOrDefault(row.siteId(), UNKNOWN),
                    row.experts().stream()
                        .map(id -> new Named(id, experts.getOrDefault(id, UNKNOWN)))
                        .toList(),
                    row.startsAt(),
                    row.endsAt()))
        .toList();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("state"),
        row.getLong("site_id"),
        List.of((UUID[]) row.getArray("expert_ids").getArray()),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }

  private record Row(
      UUID id,
      String number,
      String state,
      long siteId,
      List<UUID> experts,
      Instant startsAt,
      Instant endsAt) {}

  record Named(UUID id, LocalName name) {}

  /**
   * @param experts the lead first
   */
  record Arranged(
      UUID checkupId,
      String number,
      String state,
      LocalName siteName,
      List<Named> experts,
      Instant startsAt,
      Instant endsAt) {}
}
