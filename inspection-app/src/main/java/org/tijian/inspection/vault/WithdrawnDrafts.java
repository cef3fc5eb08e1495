package org.tijian.inspection.vault;

import org.springframework.stereotype.Component;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;

/** A withdrawn check-up takes its answers and advice with it. */
@Component
class WithdrawnDrafts implements CheckupStep {
  private final Destruction destruction;

  WithdrawnDrafts(Destruction destruction) {
    this.destruction = destruction;
  }

  @Override
  public void entered(Checkup checkup) {
    if (checkup.state() == CheckupState.WITHDRAWN) {
      destruction.destroy(checkup.id(), Destruction.Reason.WITHDRAWN);
    }
  }
}
