package org.tijian.inspection.request;

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

/** Requests and steps of check-ups. */
@RestController
@RequestMapping("/api/checkups")
class CheckupController {
  private final CheckupDesk desk;
  private final CheckupSteps steps;
  private final ScheduleDesk scheduling;
  private final CheckupViews views;

  CheckupController(
      CheckupDesk desk, CheckupSteps steps, ScheduleDesk scheduling, CheckupViews views) {
    this.desk = desk;
    this.steps = steps;
    this.scheduling = scheduling;
    this.views = views;
  }

  @GetMapping
  List<CheckupView> list(@AuthenticationPrincipal Account account) {
    return desk.list(account).stream().map(checkup -> views.view(checkup, account)).toList();
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
