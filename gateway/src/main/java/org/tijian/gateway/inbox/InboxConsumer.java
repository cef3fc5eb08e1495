package org.tijian.gateway.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads while the route is started: one keeps the connection, and {@link #WORKERS} have batches
 * stored, each those of its own loggers, so that one batch is read while another is in the
 * database.
 */
final class InboxConsumer extends DefaultConsumer {
  private static final Logger log = LoggerFactory.getLogger(InboxConsumer.class);
  static final int WORKERS = 2;

  private static final long STOP_MILLIS = 20_000;

  /** A window full of usual frames is a fifteenth of it. */
  private static final long BACKLOG_BYTES = 32 << 20;

  private final InboxSettings settings;
  private final InboxWatch watch;
  private final List<Source> others;
  private @Nullable LinkKeeper keeper;
  private @Nullable Thread connecting;
  private final Map<BatchWorker, Thread> workers = new LinkedHashMap<>();

  InboxConsumer(
      Endpoint endpoint,
      Processor processor,
      InboxSettings settings,
      InboxWatch watch,
      List<Source> others) {
    super(endpoint, processor);
    this.settings = settings;
    this.watch = watch;
    this.others = others;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    Lanes lanes = new Lanes(WORKERS, BACKLOG_BYTES);
    Turns turns =
        new Turns(lanes.all().stream().map(b -> new Lane(b, new Assembler(settings))).toList());
    for (Lane lane : turns.lanes()) {
      BatchWorker worker = new BatchWorker(settings, turns, lane, watch, this::process);
      workers.put(worker, started("inbox-store-" + workers.size(), worker));
    }
    keeper = new LinkKeeper(settings, lanes, watch);
    connecting = started("inbox-connection", keeper);
    Intake intake = intake(lanes, keeper);
    others.forEach(source -> source.start(intake));
  }

  private static Intake intake(Lanes lanes, MqttSender.Publisher publisher) {
    return new Intake() {
      @Override
      public void take(Delivery delivery) {
        lanes.add(delivery);
      }

      @Override
      public Sender behindBroker(String mn) {
        return new MqttSender(mn, publisher);
      }
    };
  }

  private static Thread started(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void process(List<RawMessage> batch) throws Exception {
    Exchange exchange = createExchange(false);
    try {
      exchange.getMessage().setBody(batch);
      getProcessor().process(exchange);
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
    } finally {
      releaseExchange(exchange, false);
    }
  }

  /** The workers first, so that what they have stored is still acknowledged. */
  @Override
  protected void doStop() throws Exception {
    workers.keySet().forEach(BatchWorker::stop);
    for (Thread storing : workers.values()) {
      stop(storing);
    }
    workers.clear();
    others.forEach(Source::stop);
    if (keeper != null) {
      keeper.stop();
    }
    stop(connecting);
    super.doStop();
  }

  private static void stop(@Nullable Thread thread) throws InterruptedException {
    if (thread != null) {
      thread.interrupt();
      thread.join(STOP_MILLIS);
      if (thread.isAlive()) {
        log.warn("{} is still busy after {} ms", thread.getName(), STOP_MILLIS);
      }
    }
  }
}
