package org.tijian.inspection.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.gate.GateEvent;
import org.tijian.inspection.gate.GateFollower;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;
import org.tijian.inspection.request.NextStep;
import org.tijian.inspection.request.Promises;

/** Starts a clock with every promise, and stops it when it is somebody else's turn. */
@Component
class Clocks implements CheckupStep, GateFollower {
  private static final Set<CheckupState> AT_A_TIME =
      Set.of(CheckupState.SCHEDULED, CheckupState.IN_PROGRESS);

  /** Nobody is late who comes a little after the hour. */
  private static final Duration GRACE = Duration.ofHours(1);

  private final StepTable table;
  private final Promises promises;
  private final CheckupDesk checkups;
  private final StepNotices notices;
  private final Clock clock;

  Clocks(
      StepTable table, Promises promises, CheckupDesk checkups, StepNotices notices, Clock clock) {
    this.table = table;
    this.promises = promises;
    this.checkups = checkups;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public void entered(Checkup checkup) {
    follow(checkup);
  }

  /** A pause has steps of its own within one state. */
  @Override
  public void happened(GateEvent event, Account by, Checkup checkup) {
    checkups.find(checkup.id()).ifPresent(this::follow);
  }

  /** Brings the clock in line with the check-up; does nothing if it is. */
  void follow(Checkup checkup) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Step open = table.open(checkup.id()).orElse(null);
    NextStep next = promises.next(checkup).orElse(null);
    Step begun = next == null ? null : step(checkup, next, now);
    if (open != null && (begun == null || !begun.isSamePromiseAs(open))) {
      table.done(checkup.id(), now);
    }
    if (begun != null && (open == null || !begun.isSamePromiseAs(open))) {
      table.add(begun);
      notices.begun(checkup, begun, Objects.requireNonNull(next));
    }
    // A pause has no step for the moment between the two sentences that begin it.
    if (begun == null && open != null && checkup.state() != CheckupState.PAUSED) {
      notices.ended(checkup, open.position());
    }
  }

  private Step step(Checkup checkup, NextStep next, Instant now) {
    return new Step(
        checkup.id(),
        table.nextPosition(checkup.id()),
        checkup.state().word(),
        next.owner(),
        now,
        next.promisedBy(),
        lateAfter(checkup.state(), next.promisedBy()));
  }

  private static @Nullable Instant lateAfter(CheckupState state, @Nullable Instant promisedBy) {
    return Optional.ofNullable(promisedBy)
        .map(by -> AT_A_TIME.contains(state) ? by.plus(GRACE) : by)
        .orElse(null);
  }
}
