package org.tijian.inspection.visit;

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
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupView;
import org.tijian.inspection.request.CheckupViews;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.VaultDoor;

/** The visit page. */
@RestController
@RequestMapping("/api/checkups/{id}/visit")
class VisitController {
  private final VaultDoor door;
  private final VisitNotes notes;
  private final VisitDesk desk;
  private final CheckupViews views;

  VisitController(VaultDoor door, VisitNotes notes, VisitDesk desk, CheckupViews views) {
    this.door = door;
    this.notes = notes;
    this.desk = desk;
    this.views = views;
  }

  @GetMapping
  VisitView read(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    Checkup checkup = door.enter(account, id, Right.READ_VISIT);
    SaidSoFar said = notes.standing(checkup);
    return new VisitView(views.view(checkup, account), said.items(), said.advice());
  }

  @PostMapping("/answers")
  AnswerView answer(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody VisitDesk.AnswerRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    return desk.answer(account, id, request, key);
  }

  @PostMapping("/advice")
  AdviceView advise(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody VisitDesk.AdviceRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    return desk.advise(account, id, request, key);
  }

  record VisitView(CheckupView checkup, List<ItemView> items, List<AdviceView> advice) {}
}
