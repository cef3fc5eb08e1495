package org.tijian.gateway.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is there, up to a batch, has it stored, and only then acknowledges it. While a batch
 * is being stored the next one gathers: under load batches grow by themselves; {@link Turns} sees
 * to it that they are not too small below that.
 */
final class BatchWorker implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(BatchWorker.class);

  /** How often unfinished frames are looked at when nothing arrives. */
  private static final long TICK_MILLIS = 250;

  /** Long messages make small batches: a statement holds all bytes of its batch. */
  private static final long BATCH_BYTES = 4 << 20;

  /** What a batch is handed to. */
  interface Step {
    void process(List<RawMessage> batch) throws Exception;
  }

  private final InboxSettings settings;
  private final Turns turns;
  private final Lane home;
  private final InboxWatch watch;
  private final Step step;
  private volatile boolean stopped;

  BatchWorker(InboxSettings settings, Turns turns, Lane home, InboxWatch watch, Step step) {
    this.settings = settings;
    this.turns = turns;
    this.home = home;
    this.watch = watch;
    this.step = step;
  }

  /** The batch at hand is finished or given up, unacknowledged. */
  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        home.await(TICK_MILLIS);
        List<Lane> lanes = turns.take(home);
        store(next(lanes));
        // Whoever ends otherwise keeps them: nothing may overtake what it leaves behind.
        lanes.forEach(Lane::giveBack);
      }
    } catch (InterruptedException e) {
      log.debug("the inbox is closed");
    } catch (RuntimeException | Error e) {
      // Nobody stores any more: the batch stays waiting for whoever asks the watch.
      watch.batchFailed(this, e);
      throw e;
    }
    watch.batchDone(this);
  }

  private List<Work> next(List<Lane> lanes) {
    List<Work> batch = new ArrayList<>();
    for (Lane lane : lanes) {
      Assembler assembler = lane.assembler();
      for (Delivery delivery :
          lane.drain(settings.batch() / lanes.size(), BATCH_BYTES / lanes.size())) {
        if (delivery.isAlive()) {
          batch.add(assembler.take(delivery));
        }
      }
      batch.addAll(assembler.ripe(Instant.now()));
    }
    return batch;
  }

  /** Again and again until it is stored, or until its connection is gone and it will come again. */
  private void store(List<Work> batch) throws InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    Pause pause = new Pause(settings);
    watch.batchTaken(this);
    List<Work> alive = alive(batch);
    while (!stopped && !alive.isEmpty() && !isStored(alive)) {
      pause.take();
      alive = alive(batch);
    }
    watch.batchDone(this);
  }

  private static List<Work> alive(List<Work> batch) {
    return batch.stream().filter(Work::isAlive).toList();
  }

  private boolean isStored(List<Work> batch) throws InterruptedException {
    List<RawMessage> messages = batch.stream().flatMap(w -> w.messages().stream()).toList();
    try {
      if (!messages.isEmpty()) {
        step.process(messages);
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      watch.batchFailed(this, e);
      log.warn("{} messages are not stored yet: {}", messages.size(), e.toString());
      return false;
    }
    batch.forEach(Work::acknowledge);
    return true;
  }
}
