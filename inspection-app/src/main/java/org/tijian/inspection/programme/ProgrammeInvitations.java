package org.tijian.inspection.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.calendar.CalendarDates;
import org.tijian.inspection.request.CheckupRequest;
import org.tijian.inspection.web.RefusedRequest;

/** Programmes as the enterprises see them that they fit. */
@Component
public class ProgrammeInvitations implements CalendarDates {
  /** Days of data that are proposed before and after today. */
  private static final int DAYS = 30;

  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  private final ProgrammeTable table;
  private final Clock clock;

  ProgrammeInvitations(ProgrammeTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  List<ProgrammeTable.Invited> of(long siteId) {
    return table.forSite(siteId, today());
  }

  /**
   * What a request that follows a programme begins with: its topics, and the outlets that it fits.
   *
   * @throws RefusedRequest 403 if it does not fit the enterprise or is not open (any more)
   */
  public CheckupRequest begin(long siteId, UUID programmeId) {
    ProgrammeTable.Invited invited =
        of(siteId).stream()
            .filter(each -> each.programme().id().equals(programmeId))
            .findFirst()
            .orElseThrow(RefusedRequest::noAccess);
    return new CheckupRequest(
        List.copyOf(invited.outletIds()),
        List.copyOf(invited.programme().topics()),
        today().minusDays(DAYS - 1),
        today().plusDays(DAYS),
        List.of(),
        "",
        null,
        null);
  }

  /** The last day of each programme, for the calendars of those whom it fits. */
  @Override
  public List<CalendarDate> of(Account account) {
    Long site = account.siteId();
    return account.role() != Role.DIRECTOR || site == null
        ? List.of()
        : of(site).stream().map(ProgrammeInvitations::lastDay).toList();
  }

  private static CalendarDate lastDay(ProgrammeTable.Invited invited) {
    Programme programme = invited.programme();
    return new CalendarDate(
        "programme-" + programme.id(),
        new LocalName("邀约截止：" + programme.title().zh(), "Last day: " + programme.title().en()),
        programme.endsOn().atTime(CLOSES).toInstant(BeijingTime.OFFSET),
        "/programmes/" + programme.id());
  }

  private LocalDate today() {
    return BeijingTime.dateOf(clock.instant());
  }
}
