package org.tijian.inspection.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.notice.Invitations;
import org.tijian.inspection.notice.Notice;
import org.tijian.inspection.request.Appointment;
import org.tijian.inspection.request.AppointmentBook;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;

/** Invites to a visit, tells its changes, and takes it out of calendars when it is off. */
@Component
class VisitInvitations implements CheckupStep {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final CalendarTable table;
  private final VisitCalendar calendar;
  private final Invitations invitations;
  private final Accounts accounts;
  private final CheckupDesk checkups;
  private final AppointmentBook book;
  private final Clock clock;

  VisitInvitations(
      CalendarTable table,
      VisitCalendar calendar,
      Invitations invitations,
      Accounts accounts,
      CheckupDesk checkups,
      AppointmentBook book,
      Clock clock) {
    this.table = table;
    this.calendar = calendar;
    this.invitations = invitations;
    this.accounts = accounts;
    this.checkups = checkups;
    this.book = book;
    this.clock = clock;
  }

  @Override
  public void entered(Checkup checkup) {
    if (checkup.state() == CheckupState.SCHEDULED) {
      stands(checkups.visit(checkup));
    } else if (checkup.state() == CheckupState.WITHDRAWN
        // Back with the office, which is to send another team.
        || checkup.state() == CheckupState.ACCEPTED) {
      table
          .entry(checkup.id())
          .filter(entry -> entry.cancelledAt() == null)
          .filter(entry -> entry.endsAt().isAfter(clock.instant()))
          .ifPresent(this::off);
      book.leftBehind(checkup.id()).stream()
          .findFirst()
          .flatMap(checkups::find)
          .filter(left -> left.state() == CheckupState.SCHEDULED)
          .ifPresent(left -> stands(checkups.visit(left)));
    }
  }

  /** What is made in one visit is one entry: that of the first by number. */
  private void stands(List<Checkup> visit) {
    Checkup checkup = visit.get(0);
    Appointment appointment = Objects.requireNonNull(checkup.appointment());
    VisitEntry told = table.entry(checkup.id()).orElse(null);
    VisitEntry entry =
        new VisitEntry(
            checkup.id(),
            visit.stream().map(Checkup::number).collect(Collectors.joining(" + ")),
            table.place(checkup.siteId()),
            told == null ? 0 : told.sequence() + 1,
            appointment.startsAt(),
            appointment.endsAt(),
            invited(checkup),
            null);
    if (told != null
        && told.cancelledAt() == null
        && told.isSameTimeAs(entry)
        && told.invited().equals(entry.invited())) {
      return;
    }
    table.put(entry);
    String what = told == null ? "visit" : "change";
    entry.invited().forEach(reader -> tell(reader, entry, "REQUEST", what));
    if (told != null) {
      told.invited().stream()
          .filter(before -> !entry.invited().contains(before))
          .forEach(before -> tell(before, entry, "CANCEL", "off"));
    }
  }

  private void off(VisitEntry entry) {
    VisitEntry cancelled =
        new VisitEntry(
            entry.checkupId(),
            entry.number(),
            entry.place(),
            entry.sequence() + 1,
            entry.startsAt(),
            entry.endsAt(),
            entry.invited(),
            now());
    table.put(cancelled);
    entry.invited().forEach(reader -> tell(reader, cancelled, "CANCEL", "off"));
  }

  private void tell(UUID reader, VisitEntry entry, String method, String what) {
    Notice notice =
        new Notice(
            reader,
            "visit/%s/%d".formatted(entry.checkupId(), entry.sequence()),
            title(entry, what),
            text(entry, what),
            "/checkups/" + entry.checkupId());
    invitations.tell(notice, new Entry(entry, method));
  }

  private List<UUID> invited(Checkup checkup) {
    return Stream.concat(
            accounts.directors(checkup.siteId()).stream().map(Account::id),
            checkup.expertIds().stream())
        .toList();
  }

  private static LocalName title(VisitEntry entry, String what) {
    return switch (what) {
      case "visit" ->
          new LocalName(
              "体检 %s：已预约".formatted(entry.number()),
              "Check-up %s: visit arranged".formatted(entry.number()));
      case "change" ->
          new LocalName(
              "体检 %s：预约有变动".formatted(entry.number()),
              "Check-up %s: visit changed".formatted(entry.number()));
      default ->
          new LocalName(
              "体检 %s：您的预约已取消".formatted(entry.number()),
              "Check-up %s: your visit is off".formatted(entry.number()));
    };
  }

  private static LocalName text(VisitEntry entry, String what) {
    String from = TIME.format(entry.startsAt().atOffset(BeijingTime.OFFSET));
    String until = TIME.format(entry.endsAt().atOffset(BeijingTime.OFFSET));
    return what.equals("off")
        ? new LocalName(
            "原定 %s 至 %s 的到场不再进行。".formatted(from, until),
            "The visit of %s to %s Beijing time does not take place.".formatted(from, until))
        : new LocalName(
            "到场时间：%s 至 %s，%s。".formatted(from, until, entry.place().zh()),
            "The visit: %s to %s Beijing time, %s.".formatted(from, until, entry.place().en()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private final class Entry implements Invitations.CalendarPart {
    private final VisitEntry entry;
    private final String method;

    Entry(VisitEntry entry, String method) {
      this.entry = entry;
      this.method = method;
    }

    @Override
    public String method() {
      return method;
    }

    @Override
    public String text(String address, String language) {
      return calendar.invitation(entry, method, address, language, now());
    }
  }
}
