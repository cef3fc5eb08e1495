package org.tijian.inspection.followup;

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
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.VaultDoor;

/** Dissents and dates beside the report. */
@RestController
@RequestMapping("/api/checkups/{id}/follow-up")
class FollowUpController {
  private final VaultDoor door;
  private final FollowUpDesk desk;

  FollowUpController(VaultDoor door, FollowUpDesk desk) {
    this.door = door;
    this.desk = desk;
  }

  @GetMapping
  List<FollowUp> read(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    door.enter(account, id, Right.READ_REPORT);
    return desk.of(id);
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
}
