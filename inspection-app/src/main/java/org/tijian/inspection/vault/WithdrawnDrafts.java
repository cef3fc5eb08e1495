package org.tijian.inspection.vault;

import org.springframework.stereotype.Component;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;
import org.tijian.inspection.request.OpenGates;

/**
 * A withdrawn check-up takes its answers and advice with it; while two gatekeepers still decide on
 * a pause, they stay sealed until then (T-4).
 */
@Component
class WithdrawnDrafts implements CheckupStep {
  private final Destruction destruction;
  private final OpenGates gates;

  WithdrawnDrafts(Destruction destruction, OpenGates gates) {
    this.destruction = destruction;
    this.gates = gates;
  }

  @Override
  public void entered(Checkup checkup) {
    if (checkup.state() == CheckupState.WITHDRAWN && !gates.isUndecided(checkup.id())) {
      destruction.destroy(checkup.id(), Destruction.Reason.WITHDRAWN);
    }
  }
}
