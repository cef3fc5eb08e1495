package org.tijian.gateway.inbox;

/** A way for messages into the inbox. */
public interface Source {

  /** Begins to hand over messages, and returns. */
  void start(Intake intake);

  /** Hands over nothing more; what was handed over may still be acknowledged until it returns. */
  void stop();
}
