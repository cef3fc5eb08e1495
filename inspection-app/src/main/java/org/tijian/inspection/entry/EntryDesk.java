package org.tijian.inspection.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.AccessMatrix;
import org.tijian.inspection.request.Appointment;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.web.RefusedRequest;

/** Makes the slip, and takes in who came through the gate and who left. */
@Service
class EntryDesk {
  private static final LocalName UNKNOWN = new LocalName("（未知）", "(unknown)");

  /** Clocks of telephones run ahead a little. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final CheckupDesk checkups;
  private final PassageTable passages;
  private final EntryKey key;
  private final Accounts accounts;
  private final SiteRegister register;
  private final TransactionOperations transaction;
  private final Clock clock;

  EntryDesk(
      CheckupDesk checkups,
      PassageTable passages,
      EntryKey key,
      Accounts accounts,
      SiteRegister register,
      VaultDatabase vault,
      Clock clock) {
    this.checkups = checkups;
    this.passages = passages;
    this.key = key;
    this.accounts = accounts;
    this.register = register;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  /**
   * @throws RefusedRequest 409 {@code no-appointment} before there is one: nobody enters
   */
  Slip slip(Account account, UUID checkupId) {
    return slip(checkups.see(account, checkupId));
  }

  /** One slip for all that is made in the visit. */
  Slip slip(Checkup seen) {
    List<Checkup> visit = visit(seen);
    Checkup checkup = visit.get(0);
    Appointment appointment = checkup.appointment();
    if (appointment == null) {
      throw new RefusedRequest(
          409, "no-appointment", new LocalName("还没有排定入企时间。", "No visit is arranged yet."));
    }
    List<Passage> all = passages.of(ids(visit));
    return new Slip(
        Slip.SERVICE,
        checkup.number(),
        visit.stream().skip(1).map(Checkup::number).toList(),
        register.site(checkup.siteId()).map(Site::name).orElse(UNKNOWN),
        Slip.ORGANISER,
        appointment.expertIds().stream().map(id -> visitor(id, all)).toList(),
        appointment.startsAt(),
        appointment.endsAt(),
        isCalledOff(checkup.state()) ? null : key.token(checkup.id(), appointment));
  }

  /** Those that still stand, in order of number; what is called off has a slip of its own. */
  private List<Checkup> visit(Checkup seen) {
    return isCalledOff(seen.state())
        ? List.of(seen)
        : checkups.visit(seen).stream().filter(each -> !isCalledOff(each.state())).toList();
  }

  private static List<UUID> ids(List<Checkup> visit) {
    return visit.stream().map(Checkup::id).toList();
  }

  private Slip.Visitor visitor(UUID expert, List<Passage> all) {
    return new Slip.Visitor(
        expert,
        accounts.find(expert).map(Account::name).orElse(UNKNOWN),
        all.stream()
            .filter(passage -> passage.expertId().equals(expert))
            .map(Slip.PassageView::of)
            .toList());
  }

  /** A slip is worth nothing any more. */
  static boolean isCalledOff(CheckupState state) {
    return state == CheckupState.WITHDRAWN || state == CheckupState.EXCLUDED;
  }

  /**
   * Records a passage once: not again under the same key, and not where somebody already is.
   *
   * @param id the same for every repetition
   */
  Slip record(Account account, UUID checkupId, PassageRequest request, UUID id) {
    checkups.admitOnceOpen(account, checkupId, Right.RECORD_PASSAGE);
    return Objects.requireNonNull(
        transaction.execute(
            tx -> {
              List<UUID> visit = ids(visit(checkups.find(checkupId).orElseThrow()));
              visit.stream().sorted().forEach(checkups::lock);
              Checkup checkup = checkups.find(checkupId).orElseThrow();
              List<Passage> known = passages.of(visit);
              if (known.stream().noneMatch(passage -> passage.id().equals(id))) {
                add(account, checkup, checked(account, checkup, request, id), known);
              }
              return slip(checkup);
            }));
  }

  private void add(Account account, Checkup checkup, Passage passage, List<Passage> known) {
    if (!AccessMatrix.allows(account, checkup, Right.RECORD_PASSAGE)) {
      throw new RefusedRequest(
          409,
          "not-visiting",
          new LocalName("这次体检没有进行中的入企安排。", "No visit of this check-up is arranged or under way."));
    }
    boolean inside =
        known.stream()
            .filter(each -> each.expertId().equals(passage.expertId()))
            .reduce((earlier, later) -> later)
            .filter(last -> last.direction() == Passage.Direction.IN)
            .isPresent();
    if (!inside && passage.direction() == Passage.Direction.OUT) {
      throw new RefusedRequest(
          409,
          "not-inside",
          new LocalName("还没有登记进厂。", "Nobody recorded that this person came in."));
    }
    // Both the expert and the gate may record the same arrival: the first one stands.
    if (inside != (passage.direction() == Passage.Direction.IN)) {
      passages.add(passage);
    }
  }

  private Passage checked(Account account, Checkup checkup, PassageRequest request, UUID id) {
    UUID expert = Input.required("expertId", request.expertId());
    Input.check(
        checkup.isAssignedTo(expert),
        "expertId",
        "此人不在本次体检的专家组中。",
        "This person is not of the team of this visit.");
    Passage.Direction direction =
        Passage.Direction.of(Input.required("direction", request.direction())).orElse(null);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant at = request.at() == null ? now : request.at().truncatedTo(ChronoUnit.MILLIS);
    checkTime(at, now, Objects.requireNonNull(checkup.appointment()));
    return new Passage(
        id,
        checkup.id(),
        expert,
        Input.required("direction", direction),
        at,
        now,
        account.id(),
        account.name());
  }

  private static void checkTime(Instant at, Instant now, Appointment appointment) {
    LocalDate first = BeijingTime.dateOf(appointment.startsAt());
    Input.check(
        !at.isAfter(now.plus(AHEAD)),
        "at",
        "时间晚于现在，请核对手机时钟。",
        "The time lies ahead: check the clock.");
    Input.check(
        !BeijingTime.dateOf(at).isBefore(first),
        "at",
        "还没有到约定的日子（%s）。".formatted(first),
        "The day that was arranged has not come (%s).".formatted(first));
  }

  /**
   * @param at when it was, by the clock of whoever recorded it; null for now
   */
  record PassageRequest(
      @Nullable UUID expertId, @Nullable String direction, @Nullable Instant at) {}
}
