package org.tijian.inspection.step;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.NextStep;
import org.tijian.inspection.request.Promises;

/** Looks at the clocks every minute: tells what comes near and what is late, each once. */
@Component
class StepRounds {
  private static final Logger LOG = LoggerFactory.getLogger(StepRounds.class);

  private final StepTable table;
  private final Clocks clocks;
  private final StepNotices notices;
  private final CheckupDesk checkups;
  private final Promises promises;
  private final TransactionOperations transaction;
  private final Clock clock;

  StepRounds(
      StepTable table,
      Clocks clocks,
      StepNotices notices,
      CheckupDesk checkups,
      Promises promises,
      VaultDatabase vault,
      Clock clock) {
    this.table = table;
    this.clocks = clocks;
    this.notices = notices;
    this.checkups = checkups;
    this.promises = promises;
    this.transaction = vault.transaction();
    this.clock = clock;
  }

  @Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
  void look() {
    try {
      startMissing();
      transaction.executeWithoutResult(status -> table.toTell(clock.instant()).forEach(this::tell));
    } catch (RuntimeException e) {
      LOG.warn("the clocks could not be looked at: {}", e.toString());
    }
  }

  private void startMissing() {
    table
        .without()
        .forEach(
            id ->
                transaction.executeWithoutResult(
                    status -> {
                      checkups.lock(id);
                      checkups.find(id).ifPresent(clocks::follow);
                    }));
  }

  private void tell(Step step) {
    Instant late = step.lateAfter();
    boolean isLate = late != null && late.isBefore(clock.instant());
    Checkup checkup = checkups.find(step.checkupId()).orElseThrow();
    NextStep next = promises.next(checkup).orElse(null);
    if (next != null && isLate) {
      notices.late(checkup, step, next);
    } else if (next != null) {
      notices.soon(checkup, step, next);
    }
    table.told(step, isLate);
  }
}
