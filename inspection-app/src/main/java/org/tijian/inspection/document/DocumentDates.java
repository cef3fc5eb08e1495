package org.tijian.inspection.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.calendar.CalendarDates;
import org.tijian.inspection.vault.DocumentDesk;

/** The last day of each document, for the directors' calendars; what it is, the page says. */
@Component
class DocumentDates implements CalendarDates {
  private static final LocalName TITLE = new LocalName("一份资料今天到期", "A document ends today");
  private static final int AHEAD_DAYS = 366;

  private final DocumentDesk documents;
  private final Clock clock;

  DocumentDates(DocumentDesk documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  @Override
  public List<CalendarDate> of(Account account) {
    Long site = account.siteId();
    if (account.role() != Role.DIRECTOR || site == null) {
      return List.of();
    }
    LocalDate today = BeijingTime.dateOf(clock.instant());
    return documents.ending(today, today.plusDays(AHEAD_DAYS)).stream()
        .filter(ending -> ending.siteId() == site)
        .map(DocumentDates::lastDay)
        .toList();
  }

  private static CalendarDate lastDay(DocumentDesk.Ending ending) {
    return new CalendarDate(
        "document-%s".formatted(ending.id()),
        TITLE,
        BeijingTime.startOf(ending.validUntil()),
        "/documents");
  }
}
