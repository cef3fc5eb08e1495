package org.tijian.inspection.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.CheckupView;
import org.tijian.inspection.request.CheckupViews;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.VaultDoor;

/** The follow-up page: improvement items, and what is said to them. */
@RestController
@RequestMapping("/api/checkups/{id}/follow-up")
class FollowUpController {
  private final VaultDoor door;
  private final FollowUpDesk desk;
  private final StepDesk steps;
  private final Prover prover;
  private final CompletionDesk completion;
  private final FollowUpReminders reminders;
  private final CheckupViews views;

  FollowUpController(
      VaultDoor door,
      FollowUpDesk desk,
      StepDesk steps,
      Prover prover,
      CompletionDesk completion,
      FollowUpReminders reminders,
      CheckupViews views) {
    this.door = door;
    this.desk = desk;
    this.steps = steps;
    this.prover = prover;
    this.completion = completion;
    this.reminders = reminders;
    this.views = views;
  }

  @GetMapping
  List<FollowUp> read(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    door.enter(account, id, Right.READ_REPORT);
    return desk.of(id);
  }

  /** What stands around the items: the check-up, whether it is complete, and the reminder. */
  @GetMapping("/overview")
  OverviewView overview(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return new OverviewView(
        views.view(door.enter(account, id, Right.WRITE_FOLLOW_UP), account),
        completion.completedAt(id).orElse(null),
        reminders.of(account, id).orElse(null));
  }

  @PostMapping("/dissents")
  List<FollowUp> dissent(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody FollowUpDesk.DissentRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    desk.dissent(account, id, request, key);
    return desk.of(id);
  }

  @PostMapping("/dates")
  List<FollowUp> agree(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody FollowUpDesk.DateRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    desk.agree(account, id, request, key);
    return desk.of(id);
  }

  @PostMapping("/steps")
  List<FollowUp> step(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody StepDesk.StepRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    steps.take(account, id, request, key);
    return desk.of(id);
  }

  /** Holds linked items against the readings that came since. */
  @PostMapping("/proofs")
  List<Prover.Proven> prove(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return prover.prove(account, id);
  }

  @PostMapping("/complete")
  OverviewView complete(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    completion.complete(account, id);
    return overview(account, id);
  }

  @PostMapping("/reminder")
  OverviewView remind(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody ReminderRequest request) {
    door.enter(account, id, Right.WRITE_FOLLOW_UP);
    reminders.set(account, id, request.day() == null ? null : desk.dayAhead("day", request.day()));
    return overview(account, id);
  }

  /**
   * @param day null for no reminder
   */
  record ReminderRequest(@Nullable String day) {}

  /**
   * @param completedAt null before
   * @param reminder the reader's own; null for none
   */
  record OverviewView(
      CheckupView checkup, @Nullable Instant completedAt, @Nullable LocalDate reminder) {}
}
