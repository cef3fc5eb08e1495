package org.tijian.inspection.vault;

import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.gate.GateEvent;
import org.tijian.inspection.gate.GateFollower;
import org.tijian.inspection.request.Checkup;

/** Every step at the gate stands in the record that the enterprise can read (T-22). */
@Component
class GateRecord implements GateFollower {
  private final AccessRecord record;

  GateRecord(AccessRecord record) {
    this.record = record;
  }

  @Override
  public void happened(GateEvent event, Account by, Checkup checkup) {
    record.add(checkup.id(), by, what(event));
  }

  private static Access.What what(GateEvent event) {
    return switch (event) {
      case DANGER_RAISED, EXCEPTION_RAISED -> Access.What.VISIT_PAUSED;
      case ACTED -> Access.What.ENTERPRISE_ACTED;
      case HEARD -> Access.What.ENTERPRISE_HEARD;
      case VOTED -> Access.What.GATE_VOTED;
      case RESUMED -> Access.What.VISIT_RESUMED;
      case EXCLUDED -> Access.What.VISIT_EXCLUDED;
    };
  }
}
