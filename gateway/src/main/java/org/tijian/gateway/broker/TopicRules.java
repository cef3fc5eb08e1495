package org.tijian.gateway.broker;

import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;

/**
 * Which topics are a device's own. In the broker's addresses a slash of the topic has become a dot:
 * {@code tijian/v1/{mn}/hj212} is {@code tijian.v1.{mn}.hj212}; identifiers of devices hold no dot.
 */
final class TopicRules {
  private static final String ROOT = "tijian.v1.";

  /**
   * What a device may send. Only what somebody keeps: a message to a topic without a reader would
   * be acknowledged and gone.
   */
  private static final Set<String> UP = Set.of("hj212", "status");

  /** What a device may read. */
  private static final Set<String> DOWN = Set.of("down");

  private TopicRules() {}

  static boolean allow(String mn, CheckType what, String address) {
    String own = ROOT + mn + ".";
    String bare = withoutQueue(address);
    return bare.startsWith(own) && allows(what, bare.substring(own.length()));
  }

  /** Queues are named {@code address::queue}. */
  private static String withoutQueue(String address) {
    int queue = address.indexOf("::");
    return queue < 0 ? address : address.substring(0, queue);
  }

  private static boolean allows(CheckType what, String topic) {
    return switch (what) {
      case SEND -> UP.contains(topic);
      case CREATE_ADDRESS -> UP.contains(topic) || DOWN.contains(topic);
      case CONSUME,
          CREATE_DURABLE_QUEUE,
          CREATE_NON_DURABLE_QUEUE,
          DELETE_DURABLE_QUEUE,
          DELETE_NON_DURABLE_QUEUE ->
          DOWN.contains(topic);
      case DELETE_ADDRESS, MANAGE, BROWSE, VIEW, EDIT -> false;
    };
  }
}
