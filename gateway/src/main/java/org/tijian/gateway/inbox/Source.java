package org.tijian.gateway.inbox;

import java.util.function.Consumer;

/** A way for messages into the inbox. */
public interface Source {

  /** Begins to hand over messages, and returns. */
  void start(Consumer<Delivery> sink);

  /** Hands over nothing more; what was handed over may still be acknowledged until it returns. */
  void stop();
}
