package org.tijian.inspection.vault;

import org.springframework.stereotype.Component;
import org.tijian.inspection.chain.Entry;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;

/** Records, in the transaction of the closing meeting, that the experts' report was made. */
@Component
class ReportWritten implements CheckupStep {
  private final AccessRecord record;

  ReportWritten(AccessRecord record) {
    this.record = record;
  }

  @Override
  public void entered(Checkup checkup) {
    if (checkup.state() == CheckupState.CLOSING) {
      Checkup.Event closed = checkup.history().get(checkup.history().size() - 1);
      record.add(
          new Access(
              checkup.id(),
              new Access.Who(
                  closed.accountId(), new Entry.Name(closed.by().zh(), closed.by().en()), "expert"),
              Access.What.REPORT_WRITTEN,
              Access.Why.ASSIGNED_VISIT,
              ""));
    }
  }
}
