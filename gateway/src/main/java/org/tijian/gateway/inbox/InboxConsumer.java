package org.tijian.gateway.inbox;

import java.util.List;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two threads while the route is started: one keeps the connection, one has batches stored. One is
 * enough for storing: on two cores, broker, decoding and database share the time anyway, and one
 * keeps the order of each logger's frames.
 */
final class InboxConsumer extends DefaultConsumer {
  private static final Logger log = LoggerFactory.getLogger(InboxConsumer.class);
  private static final long STOP_MILLIS = 20_000;

  /** A window full of usual frames is a fifteenth of it. */
  private static final long BACKLOG_BYTES = 32 << 20;

  private final InboxSettings settings;
  private final InboxWatch watch;
  private final List<Source> others;
  private @Nullable LinkKeeper keeper;
  private @Nullable Thread connecting;
  private @Nullable BatchWorker worker;
  private @Nullable Thread storing;

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
    Backlog backlog = new Backlog(BACKLOG_BYTES);
    worker = new BatchWorker(settings, backlog, watch, this::process);
    storing = started("inbox-store", worker);
    keeper = new LinkKeeper(settings, backlog, watch);
    connecting = started("inbox-connection", keeper);
    others.forEach(source -> source.start(backlog::add));
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

  /** The worker first, so that what it has stored is still acknowledged. */
  @Override
  protected void doStop() throws Exception {
    if (worker != null) {
      worker.stop();
    }
    stop(storing);
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
