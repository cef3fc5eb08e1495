package org.tijian.inspection.request;

import static java.util.Map.entry;
import static org.tijian.inspection.request.CheckupState.CLOSED;
import static org.tijian.inspection.request.CheckupState.CLOSING;
import static org.tijian.inspection.request.CheckupState.EXCLUDED;
import static org.tijian.inspection.request.CheckupState.IN_PROGRESS;
import static org.tijian.inspection.request.CheckupState.PAUSED;
import static org.tijian.inspection.request.CheckupState.SCHEDULED;
import static org.tijian.inspection.request.CheckupState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.account.SiteRight;

/**
 * Who may do what with a check-up in which state: the one table that every route asks.
 *
 * <p>A role only counts for a party to the check-up: the directors of its enterprise, the experts
 * of its team, the office. The office sees the request and its progress, never a result.
 */
public final class AccessMatrix {
  private static final Set<CheckupState> ALWAYS = EnumSet.allOf(CheckupState.class);

  /** All that an expert may do until the pledge for the check-up is signed (T-42). */
  private static final Set<Right> BEFORE_PLEDGE =
      EnumSet.of(Right.SEE_CHECKUP, Right.SIGN_PLEDGE, Right.RECORD_PASSAGE, Right.PAUSE_VISIT);

  private static final Map<Role, Map<Right, Set<CheckupState>>> OPEN =
      Map.of(
          Role.DIRECTOR,
          Map.ofEntries(
              entry(Right.SEE_CHECKUP, ALWAYS),
              entry(Right.READ_VISIT, Set.of(IN_PROGRESS, PAUSED, CLOSING, CLOSED, EXCLUDED)),
              entry(Right.READ_FILE, Set.of(IN_PROGRESS, PAUSED, CLOSING, CLOSED, EXCLUDED)),
              entry(
                  Right.READ_REVIEW,
                  Set.of(SCHEDULED, IN_PROGRESS, PAUSED, CLOSING, CLOSED, EXCLUDED)),
              entry(
                  Right.READ_DOCUMENT,
                  Set.of(SCHEDULED, IN_PROGRESS, PAUSED, CLOSING, CLOSED, EXCLUDED)),
              entry(Right.PREPARE_VISIT, Set.of(SCHEDULED, IN_PROGRESS)),
              entry(Right.RECORD_PASSAGE, Set.of(SCHEDULED, IN_PROGRESS, PAUSED, CLOSING, CLOSED)),
              entry(Right.READ_REPORT, Set.of(CLOSING, CLOSED)),
              entry(Right.WRITE_FOLLOW_UP, Set.of(CLOSING, CLOSED)),
              entry(Right.DESTROY, Set.of(CLOSED)),
              entry(Right.SETTLE_PAUSE, Set.of(PAUSED, WITHDRAWN)),
              entry(Right.READ_ACCESS_RECORD, ALWAYS)),
          Role.COLLEAGUE,
          Map.of(
              Right.SEE_CHECKUP,
              ALWAYS,
              Right.READ_VISIT,
              Set.of(IN_PROGRESS, PAUSED, CLOSING, CLOSED, EXCLUDED),
              Right.READ_FILE,
              Set.of(IN_PROGRESS, PAUSED, CLOSING, CLOSED, EXCLUDED),
              Right.READ_REVIEW,
              Set.of(SCHEDULED, IN_PROGRESS, PAUSED, CLOSING, CLOSED, EXCLUDED),
              Right.READ_REPORT,
              Set.of(CLOSING, CLOSED)),
          Role.EXPERT,
          Map.ofEntries(
              entry(
                  Right.SEE_CHECKUP,
                  Set.of(SCHEDULED, IN_PROGRESS, PAUSED, CLOSING, CLOSED, WITHDRAWN, EXCLUDED)),
              entry(Right.READ_VISIT, Set.of(SCHEDULED, IN_PROGRESS, CLOSING)),
              entry(Right.READ_FILE, Set.of(SCHEDULED, IN_PROGRESS, CLOSING)),
              entry(Right.READ_REVIEW, Set.of(SCHEDULED, IN_PROGRESS, CLOSING)),
              entry(Right.READ_DOCUMENT, Set.of(SCHEDULED, IN_PROGRESS, CLOSING)),
              entry(Right.ASK_BEFORE_VISIT, Set.of(SCHEDULED, IN_PROGRESS)),
              entry(Right.WRITE_VISIT, Set.of(IN_PROGRESS)),
              entry(Right.RECORD_PASSAGE, Set.of(SCHEDULED, IN_PROGRESS, PAUSED, CLOSING, CLOSED)),
              entry(Right.PAUSE_VISIT, Set.of(IN_PROGRESS, PAUSED)),
              entry(Right.SIGN_PLEDGE, Set.of(SCHEDULED, IN_PROGRESS, PAUSED, CLOSING)),
              entry(Right.READ_REPORT, Set.of(CLOSING)),
              entry(Right.SETTLE_ITEM, Set.of(CLOSING))),
          Role.OFFICE,
          Map.of(Right.SEE_CHECKUP, ALWAYS),
          Role.GATEKEEPER,
          Map.of(Right.SEE_CHECKUP, ALWAYS, Right.DECIDE_PAUSE, Set.of(PAUSED, WITHDRAWN)));

  private AccessMatrix() {}

  public static boolean allows(Account account, Checkup checkup, Right right) {
    return isParty(account, checkup)
        && isLetTo(account, right)
        && hasPledged(account, checkup, right)
        && allows(account.role(), right, checkup.state());
  }

  /** Whether the account has the right in some state: then waiting may help, else nothing will. */
  public static boolean everAllows(Account account, Checkup checkup, Right right) {
    return isParty(account, checkup)
        && isLetTo(account, right)
        && hasPledged(account, checkup, right)
        && ALWAYS.stream().anyMatch(state -> allows(account.role(), right, state));
  }

  /** Whether it is the missing pledge that keeps an expert of the team out, who can sign it now. */
  static boolean waitsForPledge(Account account, Checkup checkup, Right right) {
    return isParty(account, checkup)
        && !hasPledged(account, checkup, right)
        && allows(account.role(), Right.SIGN_PLEDGE, checkup.state())
        && ALWAYS.stream().anyMatch(state -> allows(account.role(), right, state));
  }

  /** As {@link #allows(Role, Right, CheckupState)} for an expert who has not signed yet. */
  static boolean allowsBeforePledge(Right right, CheckupState state) {
    return BEFORE_PLEDGE.contains(right) && allows(Role.EXPERT, right, state);
  }

  private static boolean hasPledged(Account account, Checkup checkup, Right right) {
    return account.role() != Role.EXPERT
        || BEFORE_PLEDGE.contains(right)
        || checkup.isPledgedBy(account.id());
  }

  static boolean allows(Role role, Right right, CheckupState state) {
    return OPEN.getOrDefault(role, Map.of()).getOrDefault(right, Set.of()).contains(state);
  }

  /** A colleague has a right of the table only where the director gave it. */
  private static boolean isLetTo(Account account, Right right) {
    return account.role() != Role.COLLEAGUE
        || account.may(SiteRight.FINDINGS)
        || (right == Right.SEE_CHECKUP && account.may(SiteRight.REQUESTS));
  }

  public static boolean isParty(Account account, Checkup checkup) {
    return switch (account.role()) {
      case DIRECTOR, COLLEAGUE -> Long.valueOf(checkup.siteId()).equals(account.siteId());
      case EXPERT -> checkup.isAssignedTo(account.id());
      case OFFICE, GATEKEEPER -> true;
    };
  }
}
