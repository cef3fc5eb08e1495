package org.tijian.gateway.inbox;

/** Where a {@link Source} hands over what it receives. */
public interface Intake {

  /** Takes a message over; it is stored, and then acknowledged. */
  void take(Delivery delivery);

  /**
   * @return a logger behind the broker, who is answered over the broker
   */
  Sender behindBroker(String mn);
}
