package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a device's frames in order and holds each until the broker acknowledges it. A broken
 * connection is opened again, and what was not acknowledged is sent again. One thread sends; the
 * client's threads report.
 */
final class DeviceLink implements Connection.Listener, AutoCloseable {
  private static final int LONGEST_PAUSE_SECONDS = 15;

  /** A change is told at once; this only bounds how long a lost word could matter. */
  private static final long LONGEST_WAIT_MILLIS = 1_000;

  private final String broker;
  private final EmulatorSettings.Device device;
  private final Console.Voice voice;
  private final Consumer<Outgoing> whenAcknowledged;

  private final FrameQueue queue = new FrameQueue();
  private final List<Connection> discarded = new ArrayList<>();
  private @Nullable Connection connection;
  private long acknowledged;
  private int failures;
  private boolean closed;

  /**
   * @param whenAcknowledged hears of each frame once, on a thread of the client
   */
  DeviceLink(
      String broker,
      EmulatorSettings.Device device,
      Console.Voice voice,
      Consumer<Outgoing> whenAcknowledged) {
    this.broker = broker;
    this.device = device;
    this.voice = voice;
    this.whenAcknowledged = whenAcknowledged;
  }

  /** Sends a frame, waiting while the broker's window is full or the broker is away. */
  void send(Outgoing frame) throws InterruptedException {
    synchronized (this) {
      queue.add(frame);
    }
    for (pump(); hasPending(); pump()) {
      awaitRoom();
    }
  }

  /** Keeps the connection in order until then. */
  void waitUntil(Instant then) throws InterruptedException {
    for (Duration left = until(then); !left.isZero(); left = until(then)) {
      pump();
      awaitNews(left);
    }
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
    synchronized (this) {
      closed = true;
      if (connection != null) {
        discarded.add(connection);
        connection = null;
      }
      notifyAll();
    }
    closeDiscarded();
  }

  @Override
  public void acknowledged(Connection reporting, long number) {
    Outgoing frame;
    synchronized (this) {
      frame = reporting == connection ? queue.acknowledged(number) : null;
      if (frame == null) {
        return;
      }
      failures = 0;
      acknowledged++;
      notifyAll();
    }
    whenAcknowledged.accept(frame);
  }

  @Override
  public synchronized void broken(Connection reporting, String why) {
    if (reporting == connection && !closed) {
      connection = null;
      discarded.add(reporting);
      failed(why);
      notifyAll();
    }
  }

  private synchronized boolean hasPending() {
    return queue.hasPending();
  }

  private synchronized boolean hasUnacknowledged() {
    return queue.hasPending() || queue.inFlight() > 0;
  }

  private synchronized @Nullable Connection connection() {
    return connection;
  }

  /** Connects if needed and sends what may be sent. */
  private void pump() throws InterruptedException {
    Connection current = connection();
    if (current == null) {
      connect();
      return;
    }
    for (FrameQueue.Numbered next = next(current); next != null; next = next(current)) {
      publish(current, next);
    }
  }

  private synchronized void awaitRoom() throws InterruptedException {
    if (connection != null && queue.inFlight() >= connection.window()) {
      wait(LONGEST_WAIT_MILLIS);
    }
  }

  private synchronized void awaitAcknowledgement() throws InterruptedException {
    if (connection != null && queue.inFlight() > 0) {
      wait(LONGEST_WAIT_MILLIS);
    }
  }

  private synchronized void awaitNews(Duration most) throws InterruptedException {
    if (connection != null) {
      wait(Math.max(1, Math.min(most.toMillis(), LONGEST_WAIT_MILLIS)));
    }
  }

  private synchronized FrameQueue.@Nullable Numbered next(Connection current) {
    return connection == current ? queue.next(current.window()) : null;
  }

  private void publish(Connection current, FrameQueue.Numbered next) {
    try {
      current.publish(device.topic(), next.frame().bytes(), next.number());
    } catch (MqttException e) {
      broken(current, Failure.said(e));
    }
  }

  private void connect() throws InterruptedException {
    closeDiscarded();
    pause();
    try {
      Connection opened = Connection.open(broker, device, this);
      adopt(opened);
    } catch (MqttException e) {
      failed(Failure.said(e));
    }
  }

  private void closeDiscarded() {
    List<Connection> old;
    synchronized (this) {
      old = List.copyOf(discarded);
      discarded.clear();
    }
    old.forEach(Connection::close);
  }

  private synchronized void pause() throws InterruptedException {
    Instant then = Instant.now().plusSeconds(pauseSeconds());
    for (Duration left = until(then); !left.isZero() && !closed; left = until(then)) {
      wait(Math.max(1, left.toMillis()));
    }
    // The client swallows interrupts while it connects, so being closed is asked for as well.
    if (closed) {
      throw new InterruptedException("the link is closed");
    }
  }

  private synchronized void adopt(Connection opened) {
    int again = queue.sendAgain();
    connection = opened;
    voice.say(
        again == 0
            ? "connected to %s".formatted(broker)
            : "connected to %s, unacknowledged and sent again: %d".formatted(broker, again));
  }

  private synchronized void failed(String why) {
    failures++;
    voice.say("%s: %s; trying again in %d s".formatted(broker, why, pauseSeconds()));
  }

  private int pauseSeconds() {
    return failures == 0 ? 0 : Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(failures - 1, 4));
  }

  private static Duration until(Instant then) {
    Duration left = Duration.between(Instant.now(), then);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
