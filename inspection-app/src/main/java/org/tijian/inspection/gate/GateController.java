package org.tijian.inspection.gate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupView;
import org.tijian.inspection.request.CheckupViews;
import org.tijian.inspection.request.Input;

/** Pauses of a visit. No route takes a text: what was met is recorded nowhere. */
@RestController
@RequestMapping("/api/checkups/{id}")
class GateController {
  private final GateDesk desk;
  private final CheckupViews views;

  GateController(GateDesk desk, CheckupViews views) {
    this.desk = desk;
    this.views = views;
  }

  @GetMapping("/pauses")
  List<GateView> pauses(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return desk.of(account, id).stream().map(GateView::of).toList();
  }

  @PostMapping("/pause")
  CheckupView pause(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody PauseRequest request) {
    Gate.Kind kind = Input.required("kind", Gate.Kind.of(Input.required("kind", request.kind())));
    return view(account, desk.pause(account, id, kind));
  }

  @PostMapping("/pause/acted")
  CheckupView acted(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return view(account, desk.acted(account, id));
  }

  @PostMapping("/pause/resume")
  CheckupView resume(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return view(account, desk.resume(account, id));
  }

  @PostMapping("/pause/heard")
  CheckupView heard(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return view(account, desk.heard(account, id));
  }

  @PostMapping("/pause/vote")
  CheckupView vote(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody VoteRequest request) {
    boolean applies = Input.required("applies", request.applies());
    return view(account, desk.vote(account, id, applies));
  }

  private CheckupView view(Account account, Checkup checkup) {
    return views.view(checkup, account);
  }

  /**
   * @param kind id of a case of the closed list
   */
  record PauseRequest(@Nullable String kind) {}

  record VoteRequest(@Nullable Boolean applies) {}

  /** A pause on the wire. How each gatekeeper voted is told when both have. */
  record GateView(
      Gate.Kind kind,
      LocalName raisedBy,
      Instant raisedAt,
      @Nullable Instant hearingUntil,
      @Nullable Instant actedAt,
      @Nullable Instant heardAt,
      List<LocalName> voted,
      Gate.@Nullable Outcome outcome,
      @Nullable Instant settledAt) {

    static GateView of(Gate gate) {
      return new GateView(
          gate.kind(),
          gate.raisedBy(),
          gate.raisedAt(),
          gate.hearingUntil(),
          gate.actedAt(),
          gate.heardAt(),
          gate.votes().stream().map(Gate.Vote::by).toList(),
          gate.outcome(),
          gate.settledAt());
    }
  }
}
