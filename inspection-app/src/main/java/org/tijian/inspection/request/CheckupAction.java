package org.tijian.inspection.request;

import static org.tijian.inspection.request.CheckupState.ACCEPTED;
import static org.tijian.inspection.request.CheckupState.CLOSED;
import static org.tijian.inspection.request.CheckupState.CLOSING;
import static org.tijian.inspection.request.CheckupState.IN_PROGRESS;
import static org.tijian.inspection.request.CheckupState.PAUSED;
import static org.tijian.inspection.request.CheckupState.REQUESTED;
import static org.tijian.inspection.request.CheckupState.SCHEDULED;
import static org.tijian.inspection.request.CheckupState.WITHDRAWN;

import java.util.Set;
import org.tijian.inspection.account.Role;

/** The transition table: whose step leads from which states to which. There is no other way. */
public enum CheckupAction {
  /** Open until the closing meeting, without giving a reason. */
  WITHDRAW(
      "withdraw",
      Role.DIRECTOR,
      Set.of(REQUESTED, ACCEPTED, SCHEDULED, IN_PROGRESS, PAUSED),
      WITHDRAWN),
  ACCEPT("accept", Role.OFFICE, Set.of(REQUESTED), ACCEPTED),
  SCHEDULE("schedule", Role.OFFICE, Set.of(ACCEPTED), SCHEDULED),
  /** Another day or other experts, before the visit begins. */
  RESCHEDULE("reschedule", Role.OFFICE, Set.of(SCHEDULED), SCHEDULED),
  /** The enterprise wants another team, and need not say why. */
  REFUSE_EXPERT("refuse-expert", Role.DIRECTOR, Set.of(SCHEDULED), ACCEPTED),
  START("start", Role.EXPERT, Set.of(SCHEDULED), IN_PROGRESS),
  CLOSE_MEETING("close-meeting", Role.EXPERT, Set.of(IN_PROGRESS), CLOSING),
  /** The director signs that the report was received, which is not to agree with it. */
  RECEIVE("receive", Role.DIRECTOR, Set.of(CLOSING), CLOSED);

  private final String word;
  private final Role role;
  private final Set<CheckupState> from;
  private final CheckupState to;

  CheckupAction(String word, Role role, Set<CheckupState> from, CheckupState to) {
    this.word = word;
    this.role = role;
    this.from = from;
    this.to = to;
  }

  /** The word on the wire. */
  public String word() {
    return word;
  }

  public CheckupState to() {
    return to;
  }

  public boolean belongsTo(Role someone) {
    return role == someone;
  }

  public boolean leadsFrom(CheckupState state) {
    return from.contains(state);
  }
}
