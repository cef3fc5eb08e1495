package org.tijian.inspection.request;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/**
 * Where the office arranges who comes when, and arranges it anew until the visit begins. Check-ups
 * that are made in one visit are arranged, and arranged anew, together.
 */
@Service
public class ScheduleDesk {
  private static final String REFUSED = "企业谢绝了一位专家 · The enterprise refused an expert";
  private static final int LONGEST_REASON = 500;
  private static final int MOST_JOINED = 5;

  private final CheckupSteps steps;
  private final CheckupDesk desk;
  private final CheckupStore store;
  private final CheckupMove moves;
  private final AppointmentBook book;
  private final ScheduleCheck check;
  private final TeamRule rule;
  private final SiteStanding standing;
  private final PlantBook plants;
  private final Promises promises;

  ScheduleDesk(
      CheckupSteps steps,
      CheckupDesk desk,
      CheckupStore store,
      CheckupMove moves,
      AppointmentBook book,
      ScheduleCheck check,
      TeamRule rule,
      SiteStanding standing,
      PlantBook plants,
      Promises promises) {
    this.steps = steps;
    this.desk = desk;
    this.store = store;
    this.moves = moves;
    this.book = book;
    this.check = check;
    this.rule = rule;
    this.standing = standing;
    this.plants = plants;
    this.promises = promises;
  }

  /** Others of the enterprise that wait for a team: with this one they can be one visit. */
  List<Checkup> joinable(Account office, UUID id) {
    steps.admit(office, id, CheckupAction.SCHEDULE);
    return store.joinable(desk.find(id).orElseThrow());
  }

  /**
   * @throws RefusedRequest with the sentence that says what stands in the way
   */
  public Checkup schedule(Account account, UUID id, ScheduleRequest request) {
    Instant now = steps.now();
    steps.admit(account, id, CheckupAction.SCHEDULE);
    List<UUID> all = together(account, id, request.joinedIds());
    return steps.inTransaction(
        () -> {
          List<Checkup> visit =
              all.stream().map(each -> steps.open(each, CheckupAction.SCHEDULE)).toList();
          ScheduleCheck.Plan plan = check.check(request, now);
          refuseStrangers(visit);
          checkTeam(visit, plan);
          visit.forEach(c -> moves.recordOnly(c, CheckupState.SCHEDULED, account, now));
          book.book(all, plan.team(), plan.startsAt(), plan.endsAt());
          return entered(id, visit);
        });
  }

  /** Another time or other experts; what it was before and why it changed stays in the history. */
  Checkup reschedule(Account account, UUID id, ScheduleRequest request) {
    Instant now = steps.now();
    steps.admit(account, id, CheckupAction.RESCHEDULE);
    return steps.inTransaction(
        () -> {
          Checkup checkup = steps.open(id, CheckupAction.RESCHEDULE);
          Appointment before = Objects.requireNonNull(checkup.appointment());
          ScheduleCheck.Plan plan = check.check(request, now);
          String reason = Input.filledText("reason", request.reason(), LONGEST_REASON);
          refuseUnchanged(before, plan);
          List<Checkup> visit = desk.visit(checkup);
          checkTeam(visit, plan);
          visit.forEach(c -> changed(c, CheckupState.SCHEDULED, account, now, reason));
          List<UUID> all = visit.stream().map(Checkup::id).toList();
          book.book(all, plan.team(), plan.startsAt(), plan.endsAt());
          return entered(id, visit);
        });
  }

  /** The enterprise is sent another team; why is asked nowhere. */
  Checkup refuse(Account account, UUID id, @Nullable UUID expertId) {
    Instant now = steps.now();
    steps.admit(account, id, CheckupAction.REFUSE_EXPERT);
    return steps.inTransaction(
        () -> {
          Checkup checkup = steps.open(id, CheckupAction.REFUSE_EXPERT);
          UUID expert = Input.required("expertId", expertId);
          Input.check(
              checkup.isAssignedTo(expert),
              "expertId",
              "这位专家不在组内。",
              "The expert is not of the team.");
          rule.refuse(checkup, expert, account, now);
          List<Checkup> visit = desk.visit(checkup);
          visit.forEach(c -> changed(c, CheckupState.ACCEPTED, account, now, REFUSED));
          visit.forEach(c -> book.cancel(c.id()));
          return entered(id, visit);
        });
  }

  /** By when the next step is promised; null if nothing is. */
  public @Nullable Instant promisedBy(Checkup checkup) {
    return promises.next(checkup).map(NextStep::promisedBy).orElse(null);
  }

  /** In one order whoever arranges: two who join the same requests do not wait in a ring. */
  private List<UUID> together(Account account, UUID id, @Nullable List<@Nullable UUID> joined) {
    List<UUID> others =
        joined == null
            ? List.of()
            : joined.stream().map(each -> Input.required("joinedIds", each)).distinct().toList();
    Input.check(
        others.size() < MOST_JOINED,
        "joinedIds",
        "一次上门最多合并 %d 项申请。".formatted(MOST_JOINED),
        "A visit joins %d requests at most.".formatted(MOST_JOINED));
    others.forEach(each -> steps.admit(account, each, CheckupAction.SCHEDULE));
    return Stream.concat(Stream.of(id), others.stream()).distinct().sorted().toList();
  }

  private void checkTeam(List<Checkup> visit, ScheduleCheck.Plan plan) {
    standing.requireConfirmed(visit.get(0));
    plants.refuseClosed(visit.get(0).siteId(), plan.startsAt(), plan.endsAt());
    rule.check(visit.get(0), plan.team(), plan.startsAt());
    if (visit.size() > 1) {
      rule.checkJoined(visit, plan.team());
    }
  }

  private void changed(Checkup checkup, CheckupState to, Account by, Instant at, String reason) {
    moves.recordOnly(checkup, to, by, at);
    Appointment before = Objects.requireNonNull(checkup.appointment());
    store.addChange(checkup.id(), checkup.history().size(), before, reason);
  }

  private Checkup entered(UUID id, List<Checkup> visit) {
    visit.forEach(each -> moves.entered(each.id()));
    return store.find(id).orElseThrow();
  }

  private static void refuseStrangers(List<Checkup> visit) {
    Input.check(
        visit.stream().map(Checkup::siteId).distinct().count() == 1,
        "joinedIds",
        "只能合并同一家企业的申请。",
        "Only requests of one enterprise can be joined.");
  }

  /** The second of two clicks would only lengthen the history. */
  private static void refuseUnchanged(Appointment before, ScheduleCheck.Plan plan) {
    List<UUID> team = plan.team().stream().map(Account::id).toList();
    if (before.startsAt().equals(plan.startsAt())
        && before.endsAt().equals(plan.endsAt())
        && before.leadId().equals(team.get(0))
        && new HashSet<>(before.expertIds()).equals(new HashSet<>(team))) {
      throw new RefusedRequest(
          409,
          "nothing-changed",
          new LocalName(
              "时间和专家都没有变化。", "Neither the time nor the experts differ from what is arranged."));
    }
  }
}
