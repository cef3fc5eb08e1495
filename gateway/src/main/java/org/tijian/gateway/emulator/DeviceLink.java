package org.tijian.gateway.emulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a device's messages in order and holds each until it is acknowledged. A broken connection
 * is opened again, and what was not acknowledged is sent again. One thread sends; the threads of
 * connections report.
 */
final class DeviceLink implements Wire.Listener, AutoCloseable {
  /** A change is told at once; this only bounds how long a lost word could matter. */
  private static final long LONGEST_WAIT_MILLIS = 1_000;

  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Redial redial;
  private final Consumer<Outgoing> whenAcknowledged;

  private final FrameQueue queue = new FrameQueue();
  private final Deque<byte[]> heard = new ArrayDeque<>();
  private final List<Wire> discarded = new ArrayList<>();
  private @Nullable Wire wire;
  private long acknowledged;
  private long progressAt = System.nanoTime();
  private boolean closed;

  /**
   * @param whenAcknowledged hears of each message once, on a thread of the connection
   */
  DeviceLink(Redial redial, Consumer<Outgoing> whenAcknowledged) {
    this.redial = redial;
    this.whenAcknowledged = whenAcknowledged;
  }

  /** Sends a message, waiting while the window is full or the platform is away. */
  void send(Outgoing message) throws InterruptedException {
    synchronized (this) {
      queue.add(message);
    }
    for (pump(); hasPending(); pump()) {
      awaitRoom();
    }
  }

  /** Keeps the connection in order for that long, or until something is heard. */
  void listen(Duration most) throws InterruptedException {
    pump();
    awaitNews(most);
  }

  /** What was heard next, or null. */
  synchronized byte @Nullable [] heard() {
    return heard.poll();
  }

  /** Waits until all is acknowledged. */
  void drain() throws InterruptedException {
    for (pump(); hasUnacknowledged(); pump()) {
      awaitAcknowledgement();
    }
  }

  synchronized long acknowledged() {
    return acknowledged;
  }

  @Override
  public void close() {
    redial.close();
    synchronized (this) {
      closed = true;
      if (wire != null) {
        discarded.add(wire);
        wire = null;
      }
      notifyAll();
    }
    closeDiscarded();
  }

  @Override
  public void acknowledged(Wire reporting, long number) {
    Outgoing message;
    synchronized (this) {
      message = reporting == wire ? queue.acknowledged(number) : null;
      if (message == null) {
        return;
      }
      acknowledged++;
      progressAt = System.nanoTime();
      notifyAll();
    }
    redial.works();
    whenAcknowledged.accept(message);
  }

  @Override
  public synchronized void broken(Wire reporting, String why) {
    if (reporting == wire && !closed) {
      wire = null;
      discarded.add(reporting);
      redial.failed(why);
      notifyAll();
    }
  }

  @Override
  public synchronized void heard(byte[] payload) {
    heard.add(payload);
    notifyAll();
  }

  private synchronized boolean hasPending() {
    return queue.hasPending();
  }

  private synchronized boolean hasUnacknowledged() {
    return queue.hasPending() || queue.inFlight() > 0;
  }

  private synchronized @Nullable Wire wire() {
    return wire;
  }

  /** Connects if needed and sends what may be sent. */
  private void pump() throws InterruptedException {
    Wire current = wire();
    if (current == null) {
      connect();
      return;
    }
    for (FrameQueue.Numbered next = next(current); next != null; next = next(current)) {
      try {
        current.send(next.frame().bytes(), next.number());
      } catch (IOException e) {
        broken(current, String.valueOf(e.getMessage()));
      }
    }
  }

  private void connect() throws InterruptedException {
    closeDiscarded();
    Wire opened = redial.open(this);
    if (opened != null) {
      int again = adopt(opened);
      redial.connected(again);
    }
  }

  private synchronized int adopt(Wire opened) {
    wire = opened;
    progressAt = System.nanoTime();
    return queue.sendAgain();
  }

  private void closeDiscarded() {
    List<Wire> old;
    synchronized (this) {
      old = List.copyOf(discarded);
      discarded.clear();
    }
    old.forEach(Wire::close);
  }

  private synchronized void awaitRoom() throws InterruptedException {
    if (wire != null && queue.inFlight() >= wire.window()) {
      wait(LONGEST_WAIT_MILLIS);
      giveUpStalled();
    }
  }

  private synchronized void awaitAcknowledgement() throws InterruptedException {
    if (wire != null && queue.inFlight() > 0) {
      wait(LONGEST_WAIT_MILLIS);
      giveUpStalled();
    }
  }

  /** A connection that stands but acknowledges nothing any more is as good as gone. */
  private synchronized void giveUpStalled() {
    Wire current = wire;
    if (current != null && System.nanoTime() - progressAt > STALLED_NANOS) {
      broken(current, "nothing acknowledged for a while");
    }
  }

  private synchronized void awaitNews(Duration most) throws InterruptedException {
    if (wire != null && heard.isEmpty()) {
      wait(Math.max(1, Math.min(most.toMillis(), LONGEST_WAIT_MILLIS)));
    }
  }

  private synchronized FrameQueue.@Nullable Numbered next(Wire current) {
    if (queue.inFlight() == 0) {
      progressAt = System.nanoTime();
    }
    return wire == current ? queue.next(current.window()) : null;
  }
}
