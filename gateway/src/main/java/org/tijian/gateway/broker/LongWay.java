package org.tijian.gateway.broker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.postoffice.impl.LocalQueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Of which devices messages wait in the broker's journal for the gateway. Those of an earlier start
 * are known by their number only: they come first, and until so many were stored everything goes
 * the long way.
 */
final class LongWay {
  /** From the connection's thread to the queue, no message takes so long. */
  private static final long UNDER_WAY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ConcurrentMap<String, Integer> waiting = new ConcurrentHashMap<>();
  private final AtomicLong ofEarlierStart = new AtomicLong();
  private final Counter counter;
  private volatile @Nullable ActiveMQServer server;
  private volatile boolean only;
  private volatile long lastAt = System.nanoTime() - UNDER_WAY_NANOS;

  LongWay(MeterRegistry meters) {
    this.counter = meters.counter("tijian.broker.messages", "way", "long");
  }

  /** A broker that has just started. */
  void enter(ActiveMQServer started) {
    waiting.clear();
    ofEarlierStart.set(queues(started).mapToLong(Queue::getMessageCount).sum());
    only = false;
    server = started;
  }

  boolean isFreeOf(String mn) {
    return server != null && !only && ofEarlierStart.get() <= 0 && !waiting.containsKey(mn);
  }

  /** Everything goes the long way until a message that went it is stored. */
  void only() {
    only = true;
  }

  void taken(String mn) {
    counter.increment();
    lastAt = System.nanoTime();
    waiting.merge(mn, 1, Integer::sum);
  }

  void ended(String mn) {
    only = false;
    ofEarlierStart.decrementAndGet();
    waiting.computeIfPresent(mn, (key, number) -> number > 1 ? number - 1 : null);
  }

  /** An empty journal ends everything, also what the broker never took. */
  void look() {
    ActiveMQServer present = server;
    boolean asked = only || ofEarlierStart.get() > 0 || !waiting.isEmpty();
    if (asked
        && present != null
        && System.nanoTime() - lastAt > UNDER_WAY_NANOS
        && queues(present).allMatch(queue -> queue.getMessageCount() == 0)) {
      waiting.clear();
      ofEarlierStart.set(0);
      only = false;
    }
  }

  private static Stream<Queue> queues(ActiveMQServer server) {
    return server
        .getPostOffice()
        .getAllBindings()
        .filter(LocalQueueBinding.class::isInstance)
        .map(binding -> ((LocalQueueBinding) binding).getQueue())
        .filter(queue -> queue.getName().toString().startsWith(MqttSettings.GATEWAY));
  }
}
