package org.tijian.gateway.inbox;

/** Told of the connection's progress, on the thread that keeps the connection. */
public interface LinkListener {

  /** No connection stands; one is about to be made. */
  void connecting();

  /** The subscription stands. */
  void subscribed();
}
