package org.tijian.gateway.conversation;

/** A way to one logger: its socket, or its topic. */
@FunctionalInterface
public interface ReplyPath {

  /**
   * Hands a frame over.
   *
   * @return whether it was handed over; false if the way has gone. It says nothing about arrival
   */
  boolean send(byte[] frame);
}
