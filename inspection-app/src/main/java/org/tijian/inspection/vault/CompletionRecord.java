package org.tijian.inspection.vault;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.chain.CompletionCertificate;

/**
 * Signs completion certificates with the key of the heads, and writes into the record of the
 * check-up that one was issued or revoked. Joins the caller's transaction.
 */
@Component
public class CompletionRecord {
  private final Heads heads;
  private final AccessRecord record;

  CompletionRecord(Heads heads, AccessRecord record) {
    this.heads = heads;
    this.record = record;
  }

  /** Id of the key that signs, which is part of what is signed. */
  public String keyId() {
    return heads.keyId();
  }

  public CompletionCertificate issue(
      UUID checkupId, Account director, CompletionCertificate unsigned) {
    record.add(checkupId, director, Access.What.CERTIFICATE_ISSUED, unsigned.number());
    return unsigned.signed(heads.sign(unsigned.bytes()));
  }

  /**
   * By a director of the enterprise, or by the office: which is no party to the visit, so that in
   * its record the platform did it.
   */
  public void revoked(UUID checkupId, Account by, String number) {
    if (by.role() == Role.DIRECTOR) {
      record.add(checkupId, by, Access.What.CERTIFICATE_REVOKED, number);
    } else {
      record.addByPlatform(checkupId, Access.What.CERTIFICATE_REVOKED, Access.Why.RULE, number);
    }
  }
}
