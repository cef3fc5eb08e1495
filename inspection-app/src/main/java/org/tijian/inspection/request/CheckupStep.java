package org.tijian.inspection.request;

/**
 * What else has to happen when a check-up enters a state. Runs in the transaction of the step: if
 * it fails, the step was not taken.
 */
public interface CheckupStep {
  void entered(Checkup checkup);
}
