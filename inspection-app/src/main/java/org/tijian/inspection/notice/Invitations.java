package org.tijian.inspection.notice;

import org.jspecify.annotations.Nullable;

/** Tells people things that belong into their calendars. */
public interface Invitations {

  /** As {@link Notices#tell}; the mail carries the entry of the calendar, too. */
  void tell(Notice notice, @Nullable CalendarPart calendar);

  /** An entry of a calendar as a mail carries it (RFC 6047). */
  interface CalendarPart {

    /** {@code REQUEST} or {@code CANCEL}. */
    String method();

    /**
     * The iCalendar object.
     *
     * @param address whom it invites
     * @param language {@code zh} or {@code en}
     */
    String text(String address, String language);
  }
}
