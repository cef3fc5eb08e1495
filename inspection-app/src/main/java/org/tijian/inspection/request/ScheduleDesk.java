package org.tijian.inspection.request;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** Where the office arranges who comes when, and arranges it anew until the visit begins. */
@Service
public class ScheduleDesk {
  private static final String REFUSED = "企业谢绝了一位专家 · The enterprise refused an expert";
  private static final int LONGEST_REASON = 500;

  private final CheckupSteps steps;
  private final CheckupStore store;
  private final CheckupMove moves;
  private final AppointmentBook book;
  private final ScheduleCheck check;
  private final TeamRule rule;
  private final SiteStanding standing;
  private final Promises promises;

  ScheduleDesk(
      CheckupSteps steps,
      CheckupStore store,
      CheckupMove moves,
      AppointmentBook book,
      ScheduleCheck check,
      TeamRule rule,
      SiteStanding standing,
      Promises promises) {
    this.steps = steps;
    this.store = store;
    this.moves = moves;
    this.book = book;
    this.check = check;
    this.rule = rule;
    this.standing = standing;
    this.promises = promises;
  }

  /**
   * @throws RefusedRequest with the sentence that says what stands in the way
   */
  public Checkup schedule(Account account, UUID id, ScheduleRequest request) {
    Instant now = steps.now();
    steps.admit(account, id, CheckupAction.SCHEDULE);
    return steps.inTransaction(
        () -> {
          Checkup checkup = steps.open(id, CheckupAction.SCHEDULE);
          ScheduleCheck.Plan plan = check.check(request, now);
          standing.requireConfirmed(checkup);
          rule.check(checkup, plan.team(), plan.startsAt());
          moves.recordOnly(checkup, CheckupState.SCHEDULED, account, now);
          book.book(id, plan.team(), plan.startsAt(), plan.endsAt());
          return moves.entered(id);
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
          standing.requireConfirmed(checkup);
          rule.check(checkup, plan.team(), plan.startsAt());
          moves.recordOnly(checkup, CheckupState.SCHEDULED, account, now);
          store.addChange(id, checkup.history().size(), before, reason);
          book.book(id, plan.team(), plan.startsAt(), plan.endsAt());
          return moves.entered(id);
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
          moves.recordOnly(checkup, CheckupState.ACCEPTED, account, now);
          store.addChange(
              id, checkup.history().size(), Objects.requireNonNull(checkup.appointment()), REFUSED);
          book.cancel(id);
          return moves.entered(id);
        });
  }

  /** By when the next step is promised; null if nothing is. */
  public @Nullable Instant promisedBy(Checkup checkup) {
    return promises.next(checkup).map(NextStep::promisedBy).orElse(null);
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
