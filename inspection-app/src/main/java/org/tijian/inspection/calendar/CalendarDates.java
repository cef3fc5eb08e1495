package org.tijian.inspection.calendar;

import java.time.Instant;
import java.util.List;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;

/** Further days for an account's calendar, for example when a document expires. No finding. */
public interface CalendarDates {

  List<CalendarDate> of(Account account);

  /**
   * A day or a moment.
   *
   * @param uid the same for ever, of letters, digits and hyphens
   * @param path the page of the app where it is settled
   */
  record CalendarDate(String uid, LocalName title, Instant at, String path) {}
}
