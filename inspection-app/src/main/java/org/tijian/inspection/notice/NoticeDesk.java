package org.tijian.inspection.notice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** Keeps notices for the app, and hands those to the outbox whose reader wants mail. */
@Service
class NoticeDesk implements Notices, Invitations {
  private final NoticeTable table;
  private final Outbox outbox;
  private final Clock clock;

  NoticeDesk(NoticeTable table, Outbox outbox, Clock clock) {
    this.table = table;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void tell(Notice notice) {
    tell(notice, null);
  }

  @Override
  public void tell(Notice notice, @Nullable CalendarPart calendar) {
    if (table.add(notice, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      outbox.post(notice, calendar);
    }
  }

  NoticePage list(Account reader, @Nullable Long after, @Nullable Integer limit) {
    return table.page(reader.id(), after == null ? Long.MAX_VALUE : after, NoticePage.size(limit));
  }

  int unread(Account reader) {
    return table.unread(reader.id());
  }

  /**
   * @throws RefusedRequest 403 for a notice of somebody else and for one that does not exist
   */
  void read(Account reader, UUID id) {
    if (!table.markRead(reader.id(), id, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      throw RefusedRequest.noAccess();
    }
  }

  void readAll(Account reader) {
    table.markAllRead(reader.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
