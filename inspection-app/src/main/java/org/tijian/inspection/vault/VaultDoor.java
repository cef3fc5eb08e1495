package org.tijian.inspection.vault;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.web.RefusedRequest;

/**
 * The only way to a visit, a report or the access record: asks the matrix, and writes down who came
 * and who was refused before anything is handed out.
 */
@Component
public class VaultDoor {
  private static final Map<Right, Access.What> RECORDED =
      Map.of(
          Right.READ_VISIT, Access.What.VISIT_READ,
          Right.READ_FILE, Access.What.FILE_READ,
          Right.READ_REVIEW, Access.What.REVIEW_READ,
          Right.READ_DOCUMENT, Access.What.DOCUMENT_READ,
          Right.READ_REPORT, Access.What.REPORT_READ);

  private final CheckupDesk desk;
  private final AccessRecord record;

  VaultDoor(CheckupDesk desk, AccessRecord record) {
    this.desk = desk;
    this.record = record;
  }

  /**
   * @throws RefusedRequest 403, the same for an unknown check-up, a foreign one and a closed door
   */
  public Checkup enter(Account account, UUID checkupId, Right right) {
    Checkup checkup = desk.admit(account, checkupId, right);
    Optional.ofNullable(RECORDED.get(right)).ifPresent(w -> record.add(checkupId, account, w));
    return checkup;
  }

  /**
   * Whatever the state: somebody who has no business here.
   *
   * @throws RefusedRequest 403 as {@link #enter}
   */
  void refuse(Account account, UUID checkupId) {
    desk.admit(account, checkupId, c -> false);
  }

  /**
   * Lets in whoever has the right in some state of the check-up; the caller sees to the state.
   *
   * @throws RefusedRequest 403 as {@link #enter}
   */
  void enterOnceOpen(Account account, UUID checkupId, Right right) {
    desk.admitOnceOpen(account, checkupId, right);
  }
}
