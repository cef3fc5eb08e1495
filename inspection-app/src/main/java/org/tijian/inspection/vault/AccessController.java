package org.tijian.inspection.vault;

import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Right;

/** "Who has opened my file?" */
@RestController
class AccessController {
  private final VaultDoor door;
  private final AccessRecord record;

  AccessController(VaultDoor door, AccessRecord record) {
    this.door = door;
    this.record = record;
  }

  @GetMapping("/api/checkups/{id}/access")
  List<Access> list(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    door.enter(account, id, Right.READ_ACCESS_RECORD);
    return record.of(id);
  }
}
