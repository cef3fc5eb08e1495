package org.tijian.gateway.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is there, up to a batch, has it stored, and only then acknowledges it. While a batch
 * is being stored the next one gathers: under load batches grow by themselves, and a lone message
 * never waits for company.
 */
final class BatchWorker implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(BatchWorker.class);

  /** What a batch is handed to. */
  interface Step {
    void process(List<RawMessage> batch) throws Exception;
  }

  private final InboxSettings settings;
  private final BlockingQueue<Delivery> queue;
  private final InboxWatch watch;
  private final Step step;
  private volatile boolean stopped;

  BatchWorker(InboxSettings settings, BlockingQueue<Delivery> queue, InboxWatch watch, Step step) {
    this.settings = settings;
    this.queue = queue;
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
        store(next());
      }
    } catch (InterruptedException e) {
      log.debug("the inbox is closed");
    }
  }

  private List<Delivery> next() throws InterruptedException {
    List<Delivery> batch = new ArrayList<>();
    batch.add(queue.take());
    queue.drainTo(batch, settings.batch() - 1);
    return batch;
  }

  /** Again and again until it is stored, or until its connection is gone and it will come again. */
  private void store(List<Delivery> batch) throws InterruptedException {
    Pause pause = new Pause(settings);
    watch.batchTaken();
    try {
      List<Delivery> alive = alive(batch);
      while (!stopped && !alive.isEmpty() && !isStored(alive)) {
        pause.take();
        alive = alive(batch);
      }
    } finally {
      watch.batchDone();
    }
  }

  private static List<Delivery> alive(List<Delivery> batch) {
    return batch.stream().filter(Delivery::isAlive).toList();
  }

  private boolean isStored(List<Delivery> batch) throws InterruptedException {
    try {
      step.process(batch.stream().map(Delivery::message).toList());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      watch.batchFailed(e);
      log.warn("{} messages are not stored yet: {}", batch.size(), e.toString());
      return false;
    }
    batch.forEach(Delivery::acknowledge);
    return true;
  }
}
