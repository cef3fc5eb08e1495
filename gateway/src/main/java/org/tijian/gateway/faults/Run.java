package org.tijian.gateway.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * One run: loggers send, faults begin and end, loggers get everything acknowledged, and what they
 * were told is held against what is stored.
 */
final class Run {
  private static final Duration STILL = Duration.ofSeconds(5);
  private static final Duration CALM_AFTERWARDS = Duration.ofMillis(1000);

  private final Laboratory laboratory;
  private final Duration patience;
  private final Stored stored;
  private final List<String> complaints = new ArrayList<>();
  private long lastMissing = -1;
  private long lastChange = System.nanoTime();

  /**
   * @param patience how long what is under way may take to be acknowledged, and then stored
   */
  Run(Laboratory laboratory, Duration patience) {
    this.laboratory = laboratory;
    this.patience = patience;
    this.stored = new Stored(laboratory.monitoring());
  }

  Outcome carryOut(long seed, Plan plan) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Tally before = tally(List.of());
    laboratory.loggers().forEach(logger -> logger.ledger().open());
    hurt(plan);
    long ended = System.nanoTime();
    laboratory.gateway().awaitReady();
    Thread.sleep(CALM_AFTERWARDS.toMillis());
    laboratory.loggers().forEach(logger -> logger.ledger().close());
    await("every frame is acknowledged", this::allAcknowledged);
    await("every acknowledged frame is stored", this::allStored);
    double drained = secondsSince(ended);
    List<Stored.Seen> seen = look();
    reconcile();
    Tally after = tally(seen);
    Missing missing = missing();
    return new Outcome(
        seed,
        plan.words(),
        after.sent - before.sent,
        after.acknowledged - before.acknowledged,
        after.stored - before.acknowledged,
        missing.ours(),
        missing.all() - missing.ours(),
        seen.stream().mapToLong(s -> s.shownTwice() + s.storedTwice()).sum(),
        drained,
        secondsSince(began),
        complaints);
  }

  private void hurt(Plan plan) throws IOException, InterruptedException {
    var gaps = plan.gaps().iterator();
    Thread.sleep(plan.calm().toMillis());
    for (Fault fault : plan.faults()) {
      fault.begin(laboratory);
      Thread.sleep(gaps.next().toMillis());
    }
    for (Fault fault : plan.ends()) {
      fault.end(laboratory);
      Thread.sleep(gaps.hasNext() ? gaps.next().toMillis() : 0);
    }
  }

  private boolean allAcknowledged() {
    return laboratory.loggers().stream().allMatch(logger -> logger.ledger().isSettled());
  }

  /**
   * Frames that were acknowledged, in this run or any before, and are not stored: by us, in all.
   */
  private Missing missing() {
    long ours = 0;
    long all = 0;
    for (SendingLogger logger : laboratory.loggers()) {
      BitSet claimed = logger.ledger().acknowledged();
      BitSet takenOver = logger.ledger().takenOver();
      BitSet periods = stored.of(logger).periods();
      claimed.andNot(periods);
      takenOver.andNot(periods);
      all += claimed.cardinality();
      // A broker that was killed may have lost what it acknowledged and never handed on.
      ours += brokerWasKilled(logger) ? takenOver.cardinality() : claimed.cardinality();
    }
    return new Missing(ours, all);
  }

  /**
   * @param ours frames the gateway answers for
   * @param all with those that a killed broker lost
   */
  private record Missing(long ours, long all) {}

  private boolean brokerWasKilled(SendingLogger logger) {
    return laboratory.mosquitto().map(Mosquitto::wasKilled).orElse(false) && logger.isOverMqtt();
  }

  /** Nothing of ours, and what a killed broker still had has come, or does not come any more. */
  private boolean allStored() {
    Missing missing = missing();
    if (missing.all() != lastMissing) {
      lastMissing = missing.all();
      lastChange = System.nanoTime();
    }
    boolean still = System.nanoTime() - lastChange > STILL.toNanos();
    return missing.ours() == 0 && (missing.all() == missing.ours() || still);
  }

  private List<Stored.Seen> look() {
    return laboratory.loggers().stream().map(stored::of).toList();
  }

  private void reconcile() {
    for (SendingLogger logger : laboratory.loggers()) {
      if (!stored.reconcile(logger).addsUp()) {
        complaints.add("the accounts of %s do not add up".formatted(logger.mn()));
      }
    }
  }

  private record Tally(long sent, long acknowledged, long stored) {}

  private Tally tally(List<Stored.Seen> seen) {
    List<Ledger> ledgers = laboratory.loggers().stream().map(SendingLogger::ledger).toList();
    return new Tally(
        ledgers.stream().mapToLong(Ledger::sent).sum(),
        ledgers.stream().mapToLong(Ledger::countAcknowledged).sum(),
        seen.stream().mapToLong(s -> s.periods().cardinality()).sum());
  }

  private interface Condition {
    boolean holds();
  }

  /** Waits, but not for ever: what does not come about is a complaint. */
  private void await(String what, Condition condition) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() - deadline > 0) {
        complaints.add("not within %d s: %s".formatted(patience.toSeconds(), what));
        return;
      }
      Thread.sleep(100);
    }
  }

  /** A database that has just come back may still refuse. */
  private static boolean holds(Condition condition) {
    try {
      return condition.holds();
    } catch (DataAccessException e) {
      return false;
    }
  }

  private static double secondsSince(long moment) {
    return (System.nanoTime() - moment) / 1e9;
  }
}
