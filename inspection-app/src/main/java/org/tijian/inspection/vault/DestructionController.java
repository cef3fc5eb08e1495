package org.tijian.inspection.vault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Right;

/** The director has everything destroyed before its time is over. */
@RestController
class DestructionController {
  private final VaultDoor door;
  private final CheckupDesk checkups;
  private final VisitKeyStore keys;
  private final Destruction destruction;
  private final TransactionOperations transaction;

  DestructionController(
      VaultDoor door,
      CheckupDesk checkups,
      VisitKeyStore keys,
      Destruction destruction,
      VaultDatabase vault) {
    this.door = door;
    this.checkups = checkups;
    this.keys = keys;
    this.destruction = destruction;
    this.transaction = vault.transaction();
  }

  /** Asks for the number of the check-up, as it is written on the page: there is no way back. */
  @PostMapping("/api/checkups/{id}/destroy")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void destroy(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody DestroyRequest request) {
    Checkup checkup = door.enter(account, id, Right.DESTROY);
    Input.check(
        checkup.number().equals(request.number()),
        "number",
        "编号不一致，没有销毁任何内容。",
        "The number is not this check-up's. Nothing was destroyed.");
    transaction.executeWithoutResult(tx -> once(id));
  }

  private void once(UUID id) {
    keys.oneAtATime(id);
    checkups.hold(id);
    if (!keys.isDestroyed(id)) {
      destruction.destroy(id, Destruction.Reason.DEMAND);
    }
  }

  record DestroyRequest(@Nullable String number) {}
}
