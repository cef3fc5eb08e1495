package org.tijian.gateway.broker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.activemq.artemis.core.security.CheckType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refusals at the broker's door: all are counted, and the first of each kind in a while is logged.
 */
final class Refusals {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final long QUIET_MILLIS = 60_000;
  private static final int REMEMBERED = 1_000;

  private final Counter connections;
  private final Counter topics;
  private final Map<String, Long> logged =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  Refusals(MeterRegistry meters) {
    connections = meters.counter("tijian.broker.refused", "what", "connection");
    topics = meters.counter("tijian.broker.refused", "what", "topic");
  }

  void connection(String user, String reason) {
    connections.increment();
    if (isWorthALine(user + reason)) {
      log.warn("connection of {} refused: {}", printable(user), reason);
    }
  }

  void topic(String mn, CheckType what, String address) {
    topics.increment();
    if (isWorthALine(mn + what + address)) {
      String action = what.name().toLowerCase(Locale.ROOT);
      log.warn("device {} may not {} {}", mn, action, printable(address));
    }
  }

  private synchronized boolean isWorthALine(String key) {
    long now = System.currentTimeMillis();
    Long last = logged.get(key);
    if (last != null && now - last < QUIET_MILLIS) {
      return false;
    }
    logged.put(key, now);
    return true;
  }

  /** What strangers write must not shape the log. */
  private static String printable(String text) {
    String safe = text.replaceAll("[^\\x20-\\x7e]", "?");
    return safe.length() > 80 ? safe.substring(0, 80) + "..." : safe;
  }
}
