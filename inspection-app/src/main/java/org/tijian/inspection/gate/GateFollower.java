package org.tijian.inspection.gate;

import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Checkup;

/** What else has to happen at a step of the gate. Runs in its transaction, and fails it. */
public interface GateFollower {
  void happened(GateEvent event, Account by, Checkup checkup);
}
