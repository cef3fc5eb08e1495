package org.tijian.gateway.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * The gateway's side of every talk. Answers leave on one thread, commands are looked after on
 * another, so that a slow database keeps no logger waiting for its 9014. What finds both busy
 * beyond their bounds is dropped: the logger repeats it.
 */
public final class Conversation implements Listener, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Conversation.class);
  private static final int MOST_BATCHES = 1_000;
  private static final int MOST_FRAMES = 10_000;

  private final LoggerSettings settings;
  private final Hj212Encoder encoder = new Hj212Encoder();
  private final Speakers speakers = new Speakers();
  private final Exchanges exchanges;
  private final AtomicLong dropped = new AtomicLong();
  private final ThreadPoolExecutor answering;
  private final BlockingQueue<Heard> unread = new ArrayBlockingQueue<>(MOST_FRAMES);
  private final AtomicBoolean reading = new AtomicBoolean();
  private final ScheduledExecutorService commands =
      Executors.newSingleThreadScheduledExecutor(task -> thread(task, "commands"));

  public Conversation(
      CommandJournal journal,
      LoggerSettings settings,
      Downlink downlink,
      Patience patience,
      InstantSource clock) {
    this.settings = settings;
    this.exchanges =
        new Exchanges(
            journal, settings, downlink, speakers, patience, clock, UUID.randomUUID().toString());
    this.answering =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_BATCHES),
            task -> thread(task, "answers"),
            (task, pool) -> dropUnless(pool.isShutdown()));
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to carry out commands. */
  public void start(Duration tick, Duration firstKeyCheck, Duration keyCheck) {
    commands.scheduleWithFixedDelay(
        () -> safely(exchanges::tick), 0, tick.toMillis(), TimeUnit.MILLISECONDS);
    commands.scheduleWithFixedDelay(
        () -> safely(exchanges::changeKeys),
        firstKeyCheck.toMillis(),
        keyCheck.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void heard(List<Heard> heard) {
    answering.execute(() -> heard.forEach(this::answer));
    for (Heard each : heard) {
      if (exchanges.concerns(each) && !unread.offer(each)) {
        drop();
      }
    }
    readSoon();
  }

  private void answer(Heard heard) {
    safely(
        () -> {
          speakers.heard(heard.mn(), heard.frame());
          Optional<Hj212Frame> answer = Answers.to(heard.frame());
          answer.ifPresent(
              frame -> heard.back().send(encoder.encode(frame, settings.dialect(heard.mn()))));
        });
  }

  private void readSoon() {
    if (unread.isEmpty() || !reading.compareAndSet(false, true)) {
      return;
    }
    try {
      commands.execute(this::read);
    } catch (RejectedExecutionException e) {
      log.debug("closed; another gateway looks after the commands", e);
    }
  }

  private void read() {
    reading.set(false);
    for (Heard next = unread.poll(); next != null; next = unread.poll()) {
      Heard heard = next;
      safely(() -> exchanges.heard(heard));
    }
  }

  private void dropUnless(boolean closed) {
    if (!closed) {
      drop();
    }
  }

  private void drop() {
    if (dropped.getAndIncrement() % MOST_BATCHES == 0) {
      log.warn("too busy to answer or to look after commands: {} times by now", dropped.get());
    }
  }

  /** A failure concerns one frame or one round; the next one is tried all the same. */
  private static void safely(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.warn("a part of the talk with loggers failed", e);
    }
  }

  /** Nothing is lost: what was sent is in the journal, and another gateway takes it over. */
  @Override
  public void close() {
    commands.shutdownNow();
    answering.shutdownNow();
  }
}
