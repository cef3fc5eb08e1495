package org.tijian.gateway.inbox;

/** Told of the connection's progress, on the thread that makes it. */
public interface LinkListener {

  /** No connection stands; one is about to be made. */
  void connecting();

  /** The subscription stands. */
  void subscribed();

  /** A message of a logger that came over the broker is stored, and acknowledged to the broker. */
  void stored(String mn);
}
