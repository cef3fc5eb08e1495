package org.tijian.inspection.matching;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.expert.Conflicts;
import org.tijian.inspection.expert.ExpertDesk;
import org.tijian.inspection.request.AppointmentBook;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.PlantBook;
import org.tijian.inspection.request.PlantCalendar.Kind;
import org.tijian.inspection.request.ScheduleDesk;
import org.tijian.inspection.request.Topic;

/** Gathers what a plan is made from: accepted requests, experts, possible days. */
@Component
class MatchingData {
  private static final int MOST_REQUESTS = 300;
  private static final int DAYS_AHEAD = 42;

  private static final String ACCEPTED =
      "select id from checkup where state = 'Accepted' order by requested_at limit :most";

  private final VaultDatabase vault;
  private final CheckupDesk checkups;
  private final ScheduleDesk scheduling;
  private final Accounts accounts;
  private final ExpertDesk experts;
  private final PlantBook plants;
  private final Conflicts conflicts;
  private final AppointmentBook book;
  private final CalibrationDays calibrations;
  private final SiteRegister register;
  private final Clock clock;

  MatchingData(
      VaultDatabase vault,
      CheckupDesk checkups,
      ScheduleDesk scheduling,
      Accounts accounts,
      ExpertDesk experts,
      PlantBook plants,
      Conflicts conflicts,
      AppointmentBook book,
      CalibrationDays calibrations,
      SiteRegister register,
      Clock clock) {
    this.vault = vault;
    this.checkups = checkups;
    this.scheduling = scheduling;
    this.accounts = accounts;
    this.experts = experts;
    this.plants = plants;
    this.conflicts = conflicts;
    this.book = book;
    this.calibrations = calibrations;
    this.register = register;
    this.clock = clock;
  }

  Plan plan(int teamSize) {
    List<Slot> slots = slots();
    List<Account> people = accounts.experts();
    List<Candidate> candidates = people.stream().map(expert -> candidate(expert, slots)).toList();
    List<UUID> ids = people.stream().map(Account::id).toList();
    List<Wish> wishes = accepted().stream().map(checkup -> wish(checkup, ids, slots)).toList();
    List<Wish> visits = new Joining(candidates, teamSize).joined(wishes);
    return Plan.of(visits, candidates, slots, teamSize);
  }

  private List<Checkup> accepted() {
    return vault.jdbc().sql(ACCEPTED).param("most", MOST_REQUESTS).query(UUID.class).list().stream()
        .map(checkups::find)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Mondays to Fridays from tomorrow on; what is closed is a rule, so that it can be named. */
  private List<Slot> slots() {
    LocalDate tomorrow = BeijingTime.dateOf(clock.instant()).plusDays(1);
    List<Slot> slots = new ArrayList<>();
    tomorrow
        .datesUntil(tomorrow.plusDays(DAYS_AHEAD))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .forEach(
            day -> Arrays.stream(Slot.Half.values()).forEach(h -> slots.add(new Slot(day, h))));
    return slots;
  }

  private Candidate candidate(Account expert, List<Slot> slots) {
    LocalDate first = slots.get(0).day();
    Set<LocalDate> absences =
        experts.absences(expert.id(), first).stream()
            .flatMap(span -> span.firstDay().datesUntil(span.lastDay().plusDays(1)))
            .collect(Collectors.toSet());
    List<AppointmentBook.Slot> booked = book.booked(expert.id(), clock.instant());
    Set<Slot> taken =
        slots.stream()
            .filter(slot -> booked.stream().anyMatch(b -> slot.touches(b.startsAt(), b.endsAt())))
            .collect(Collectors.toSet());
    return new Candidate(expert.id(), expert.name(), experts.profile(expert.id()), absences, taken);
  }

  private Wish wish(Checkup checkup, List<UUID> experts, List<Slot> slots) {
    LocalDate first = slots.get(0).day();
    LocalDate last = slots.get(slots.size() - 1).day();
    List<Outlet> outlets =
        checkup.scope().outletIds().stream()
            .map(register::outlet)
            .flatMap(Optional::stream)
            .toList();
    Instant promised = Objects.requireNonNullElse(scheduling.promisedBy(checkup), clock.instant());
    return new Wish(
        checkup.id(),
        List.of(),
        checkup.number(),
        checkup.siteId(),
        Skills.needed(checkup.scope().topics()),
        Skills.helpful(outlets),
        register.site(checkup.siteId()).map(site -> site.profile().at()).orElse(null),
        Set.copyOf(checkup.scope().preferredDays()),
        plants.days(checkup.siteId(), first, last, Kind.CLOSED),
        plants.days(checkup.siteId(), first, last, Kind.START_UP, Kind.SHUTDOWN, Kind.MAINTENANCE),
        checkup.scope().topics().contains(Topic.SAMPLING)
            ? plants.permitFrom(checkup).orElse(null)
            : null,
        calibrations.expected(checkup.scope(), first, last),
        conflicts.excluded(checkup.siteId(), experts, first),
        BeijingTime.dateOf(promised));
  }
}
