package org.tijian.gateway.inbox;

/**
 * A message on its way to the store and the connection it came over: an acknowledgement is only
 * worth something there.
 */
public interface Delivery {

  RawMessage message();

  /** Whether it would be sent again if it were dropped now. A dead one is not worth storing. */
  boolean isAlive();

  /** The message is committed; or nothing of it was worth keeping. */
  void acknowledge();
}
