package org.tijian.inspection.vault;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tijian.inspection.request.Policy;

/** Writes down, in the platform's own chain, that other rules are in force than before. */
@Component
class PolicyRecord {
  private final AccessRecord record;
  private final Policy policy;

  PolicyRecord(AccessRecord record, Policy policy) {
    this.record = record;
    this.policy = policy;
  }

  @EventListener(ApplicationReadyEvent.class)
  void recordChange() {
    boolean known =
        record
            .newestDetail(Access.PLATFORM, Access.What.POLICY_CHANGED)
            .filter(policy.version()::equals)
            .isPresent();
    if (!known) {
      record.addByPlatform(
          Access.PLATFORM, Access.What.POLICY_CHANGED, Access.Why.RULE, policy.version());
    }
  }
}
