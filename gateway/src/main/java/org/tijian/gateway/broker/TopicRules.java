package org.tijian.gateway.broker;

import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;

/**
 * Which topics are a device's own. In the broker's addresses a slash of the topic has become a dot:
 * {@code tijian/v1/{mn}/hj212} is {@code tijian.v1.{mn}.hj212}; identifiers of devices hold no dot,
 * and the one in Sparkplug's {@code spBv1.0} is escaped.
 */
final class TopicRules {
  private static final String ROOT = "tijian.v1.";

  /**
   * What a device may send. Only what somebody keeps: a message to a topic without a reader would
   * be acknowledged and gone.
   */
  private static final Set<String> UP = Set.of("hj212", "json", "status");

  /** What a device may read. */
  private static final Set<String> DOWN = Set.of("down");

  private static final String SPARKPLUG = "spBv1\\.0.tijian.";
  private static final Set<String> SPARKPLUG_UP =
      Set.of("NBIRTH", "NDATA", "NDEATH", "DBIRTH", "DDATA", "DDEATH");
  private static final Set<String> SPARKPLUG_DOWN = Set.of("NCMD", "DCMD");

  private TopicRules() {}

  static boolean allow(String mn, CheckType what, String address) {
    String own = ROOT + mn + ".";
    String bare = withoutQueue(address);
    if (bare.startsWith(SPARKPLUG)) {
      return allowSparkplug(mn, what, bare.substring(SPARKPLUG.length()));
    }
    return bare.startsWith(own) && allows(what, bare.substring(own.length()), UP, DOWN);
  }

  /** {@code {type}.{mn}}, or {@code {type}.{mn}.{device}} for devices behind the logger. */
  private static boolean allowSparkplug(String mn, CheckType what, String rest) {
    String[] levels = rest.split("\\.", 3);
    return levels.length > 1
        && levels[1].equals(mn)
        && allows(what, levels[0], SPARKPLUG_UP, SPARKPLUG_DOWN);
  }

  /** Queues are named {@code address::queue}. */
  private static String withoutQueue(String address) {
    int queue = address.indexOf("::");
    return queue < 0 ? address : address.substring(0, queue);
  }

  private static boolean allows(CheckType what, String topic, Set<String> up, Set<String> down) {
    return switch (what) {
      case SEND -> up.contains(topic);
      case CREATE_ADDRESS -> up.contains(topic) || down.contains(topic);
      case CONSUME,
          CREATE_DURABLE_QUEUE,
          CREATE_NON_DURABLE_QUEUE,
          DELETE_DURABLE_QUEUE,
          DELETE_NON_DURABLE_QUEUE ->
          down.contains(topic);
      case DELETE_ADDRESS, MANAGE, BROWSE, VIEW, EDIT -> false;
    };
  }
}
