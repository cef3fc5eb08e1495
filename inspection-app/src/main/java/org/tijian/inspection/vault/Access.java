package org.tijian.inspection.vault;

import java.util.Locale;
import java.util.UUID;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.chain.Entry;
import org.tijian.inspection.request.Checkup;

/**
 * Something to be written into the access record: that somebody opened, wrote or gave away
 * something of a check-up, or was refused; never what was read.
 *
 * @param detail id of a key, or version of a policy or pledge; empty if there is none
 */
record Access(UUID chain, Who who, What what, Why why, String detail) {
  /** The chain of what belongs to no check-up. */
  static final UUID PLATFORM = new UUID(0, 0);

  /** The chain of what belongs to an enterprise and to no check-up: its documents. */
  static UUID ofSite(long siteId) {
    return new UUID(0, siteId);
  }

  /** Who did it, by the name of that time. */
  record Who(UUID account, Entry.Name name, String role) {
    static final Who PLATFORM =
        new Who(new UUID(0, 0), new Entry.Name("平台", "the platform"), "platform");

    /** Somebody who was let in, and so is a party to the check-up. */
    static Who of(Account account) {
      return of(account, account.role().word());
    }

    /** Somebody of whom that is not sure: another enterprise is not taken for one's own. */
    static Who of(Account account, Checkup checkup) {
      return switch (account.role()) {
        case DIRECTOR, COLLEAGUE ->
            of(account, isOfSite(account, checkup) ? account.role().word() : "other-enterprise");
        case EXPERT -> of(account, checkup.isAssignedTo(account.id()) ? "expert" : "other-expert");
        case OFFICE, GATEKEEPER -> of(account);
      };
    }

    private static boolean isOfSite(Account account, Checkup checkup) {
      return Long.valueOf(checkup.siteId()).equals(account.siteId());
    }

    private static Who of(Account account, String role) {
      return new Who(account.id(), new Entry.Name(account.name().zh(), account.name().en()), role);
    }
  }

  /** What was done. */
  enum What {
    VISIT_READ,
    ANSWER_WRITTEN,
    ADVICE_WRITTEN,
    REPORT_READ,
    REPORT_WRITTEN,
    FILE_READ,
    FILE_WRITTEN,
    DISSENT_WRITTEN,
    DATE_WRITTEN,
    REVIEW_READ,
    DOCUMENT_WRITTEN,
    DOCUMENT_READ,
    DOCUMENT_HANDED_IN,
    QUESTION_WRITTEN,
    REPLY_WRITTEN,
    FOLLOW_UP_WRITTEN,
    FOLLOW_UP_COMPLETED,
    CERTIFICATE_ISSUED,
    CERTIFICATE_REVOKED,
    EXPORTED,
    REFUSED,
    KEY_GRANTED,
    KEY_ENDED,
    KEY_DESTROYED,
    BREAK_GLASS,
    POLICY_CHANGED,
    VISIT_PAUSED,
    ENTERPRISE_ACTED,
    ENTERPRISE_HEARD,
    GATE_VOTED,
    VISIT_RESUMED,
    VISIT_EXCLUDED,
    PLEDGE_SIGNED;

    /** As in the record and on the wire. */
    String word() {
      return Access.word(this);
    }
  }

  /** For what reason. */
  enum Why {
    OWN_FILE,
    ASSIGNED_VISIT,
    GATEKEEPING,
    NOT_ALLOWED,
    RULE,
    WITHDRAWN,
    RETENTION,
    DEMAND;

    String word() {
      return Access.word(this);
    }

    /** Why an account may do what it does. */
    static Why of(Account account) {
      return switch (account.role()) {
        case DIRECTOR, COLLEAGUE -> OWN_FILE;
        case EXPERT -> ASSIGNED_VISIT;
        case OFFICE -> RULE;
        case GATEKEEPER -> GATEKEEPING;
      };
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
