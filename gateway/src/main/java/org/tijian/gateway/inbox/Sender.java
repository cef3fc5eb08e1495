package org.tijian.gateway.inbox;

import org.jspecify.annotations.Nullable;
import org.tijian.gateway.conversation.ReplyPath;

/** Who sent a message, as far as the way it came tells, and the way back. */
public interface Sender extends ReplyPath {

  /** {@code mqtt} or {@code tcp}. */
  String transport();

  /**
   * Whether the way itself proves who it is, so that {@link #mn()} counts and not what a frame
   * says: a topic of the broker does, a socket does not.
   */
  boolean proven();

  /** The logger; null on a socket over which no logger has been recognised yet. */
  @Nullable String mn();

  /**
   * Sends to a topic of the broker.
   *
   * @return whether it was handed over; false where there is no broker
   */
  boolean publish(String topic, byte[] payload);

  /** A frame over this way was recognised as that logger's. */
  void recognised(String mn);
}
