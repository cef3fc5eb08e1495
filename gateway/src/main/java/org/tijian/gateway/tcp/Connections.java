package org.tijian.gateway.tcp;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections that stand, and how many more there may be. */
final class Connections {
  /** Messages of all connections that may wait to be stored. */
  private static final int MOST_WAITING = 4_000;

  private final TcpSettings settings;
  private final MeterRegistry meters;
  private final Set<TcpConnection> standing = ConcurrentHashMap.newKeySet();
  private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  Connections(TcpSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
    meters.gaugeCollectionSize("tijian.gateway.tcp.connections", java.util.List.of(), standing);
  }

  /** Whether one more may come from there; each true is to be followed by {@link #left}. */
  boolean mayEnter(InetAddress address) {
    int ofAddress = perAddress.merge(address, 1, Integer::sum);
    if (number.incrementAndGet() <= settings.connections()
        && ofAddress <= settings.connectionsPerAddress()) {
      return true;
    }
    left(address);
    count("too-many-connections");
    return false;
  }

  void left(InetAddress address) {
    number.decrementAndGet();
    perAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }

  void stands(TcpConnection connection) {
    standing.add(connection);
  }

  void gone(TcpConnection connection) {
    standing.remove(connection);
  }

  void waits() {
    waiting.incrementAndGet();
  }

  void isStored() {
    waiting.decrementAndGet();
  }

  boolean isFull() {
    return waiting.get() >= MOST_WAITING;
  }

  /** What was given up or turned away before it could become a frame of a logger. */
  void count(String reason) {
    meters.counter("tijian.gateway.tcp.refused", "reason", reason).increment();
  }

  /** Closes what is idle, gives up frames that nobody finishes, reads on where there is room. */
  void sweep(Instant now) {
    standing.forEach(connection -> connection.sweep(now));
  }

  void closeAll() {
    standing.forEach(TcpConnection::close);
  }

  TcpSettings settings() {
    return settings;
  }
}
