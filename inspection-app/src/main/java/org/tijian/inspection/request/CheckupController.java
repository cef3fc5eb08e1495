package org.tijian.inspection.request;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;

/** Requests and steps of check-ups. */
@RestController
@RequestMapping("/api/checkups")
class CheckupController {
  private final CheckupDesk desk;
  private final CheckupSteps steps;
  private final ScheduleDesk scheduling;
  private final CheckupViews views;
  private final RequestChanges changes;

  CheckupController(
      CheckupDesk desk,
      CheckupSteps steps,
      ScheduleDesk scheduling,
      CheckupViews views,
      RequestChanges changes) {
    this.desk = desk;
    this.steps = steps;
    this.scheduling = scheduling;
    this.views = views;
    this.changes = changes;
  }

  /**
   * A page of check-ups.
   *
   * @param after the id of the last one of the page before
   */
  @GetMapping
  List<CheckupView> list(
      @AuthenticationPrincipal Account account,
      @RequestParam(required = false) @Nullable List<String> state,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(defaultValue = "false") boolean late,
      @RequestParam(required = false) @Nullable String number,
      @RequestParam(required = false) @Nullable String order,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(required = false) @Nullable Integer limit) {
    CheckupFilter filter = CheckupFilter.asked(state, owner, late, number, order, after, limit);
    return views.views(desk.page(account, filter), account);
  }

  /** How many there are in each state that the account sees, and how many of them are late. */
  @GetMapping("/counts")
  Map<String, CheckupFinder.Count> counts(@AuthenticationPrincipal Account account) {
    return desk.counts(account);
  }

  @GetMapping("/{id}")
  CheckupView see(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return views.view(desk.see(account, id), account);
  }

  @PostMapping
  CheckupView request(
      @AuthenticationPrincipal Account account,
      @RequestBody CheckupRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    return views.view(desk.request(account, request, key), account);
  }

  /** What was asked for, in every version. */
  @GetMapping("/{id}/request")
  RequestChanges.RequestView requested(
      @AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return changes.of(account, id);
  }

  /** Another version of what was asked for, until the visit is arranged. */
  @PostMapping("/{id}/request")
  RequestChanges.RequestView change(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody RequestChanges.ChangeRequest change) {
    return changes.change(account, id, change);
  }

  @PostMapping("/{id}/withdraw")
  CheckupView withdraw(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return take(account, id, CheckupAction.WITHDRAW);
  }

  @PostMapping("/{id}/accept")
  CheckupView accept(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return take(account, id, CheckupAction.ACCEPT);
  }

  @PostMapping("/{id}/schedule")
  CheckupView schedule(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody ScheduleRequest request) {
    return views.view(scheduling.schedule(account, id, request), account);
  }

  /** Other requests of the enterprise that could be made in the same visit, for the office. */
  @GetMapping("/{id}/joinable")
  List<CheckupView> joinable(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return views.views(scheduling.joinable(account, id), account);
  }

  @PostMapping("/{id}/reschedule")
  CheckupView reschedule(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody ScheduleRequest request) {
    return views.view(scheduling.reschedule(account, id, request), account);
  }

  @PostMapping("/{id}/refuse-expert")
  CheckupView refuseExpert(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody RefusedExpert refused) {
    return views.view(scheduling.refuse(account, id, refused.expertId()), account);
  }

  @PostMapping("/{id}/start")
  CheckupView start(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return take(account, id, CheckupAction.START);
  }

  @PostMapping("/{id}/close-meeting")
  CheckupView closeMeeting(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return take(account, id, CheckupAction.CLOSE_MEETING);
  }

  @PostMapping("/{id}/receive")
  CheckupView receive(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return take(account, id, CheckupAction.RECEIVE);
  }

  record RefusedExpert(@Nullable UUID expertId) {}

  private CheckupView take(Account account, UUID id, CheckupAction action) {
    return views.view(steps.take(account, id, action), account);
  }
}
