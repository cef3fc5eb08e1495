package org.tijian.gateway.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages to store and what may be acknowledged when they are.
 *
 * @param lifeline the connection they came over; null if they are stored in any case
 */
record Work(List<RawMessage> messages, @Nullable Delivery lifeline, List<Delivery> finished) {

  static Work of(Delivery delivery) {
    return new Work(List.of(delivery.message()), delivery, List.of(delivery));
  }

  boolean isAlive() {
    return lifeline == null || lifeline.isAlive();
  }

  void acknowledge() {
    finished.forEach(Delivery::acknowledge);
  }
}
