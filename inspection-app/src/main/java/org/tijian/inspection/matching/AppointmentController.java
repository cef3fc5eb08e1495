package org.tijian.inspection.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
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
      select c.id, c.number, c.state, min(lower(a.during)) as starts_at, min(upper(a.during)) as ends_at,
             array_agg(a.expert_id order by a.place) as expert_ids
        from appointment a join checkup c on c.id = a.checkup_id
       where a.released_at is null and a.during && tstzrange(:from, :until)
       group by c.id order by starts_at, c.number
      """;

  private final VaultDatabase vault;
  private final ProposalNames names;

  AppointmentController(VaultDatabase vault, ProposalNames names) {
    this.vault = vault;
    this.names = names;
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
    return vault
        .jdbc()
        .sql(ARRANGED)
        .param("from", BeijingTime.startOf(from).atOffset(ZoneOffset.UTC))
        .param("until", BeijingTime.startOf(until.plusDays(1)).atOffset(ZoneOffset.UTC))
        .query((row, index) -> arranged(row))
        .list();
  }

  private Arranged arranged(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Arranged(
        id,
        row.getString("number"),
        row.getString("state"),
        names.site(id),
        Arrays.stream((UUID[]) row.getArray("expert_ids").getArray())
            .map(expert -> new Named(expert, names.expert(expert)))
            .toList(),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }

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
