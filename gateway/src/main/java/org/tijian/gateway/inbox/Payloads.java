package org.tijian.gateway.inbox;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Payloads that were taken out of a stream of packets, each waiting for whoever holds the ticket
 * that went on in its place. As many wait as the client library has between its socket and its
 * callback: ten.
 */
final class Payloads {
  /** Bytes of a ticket. */
  static final int TICKET = Integer.BYTES;

  private final Map<Integer, byte[]> waiting = new ConcurrentHashMap<>();
  private int last;

  /** Keeps a payload; by one thread only. */
  byte[] keep(byte[] payload) {
    waiting.put(++last, payload);
    return ByteBuffer.allocate(TICKET).putInt(last).array();
  }

  /**
   * The payload of a ticket, once.
   *
   * @throws IllegalStateException if it is no ticket, or was used: that message must not be
   *     acknowledged
   */
  byte[] take(byte[] ticket) {
    byte[] payload =
        ticket.length == TICKET ? waiting.remove(ByteBuffer.wrap(ticket).getInt()) : null;
    if (payload == null) {
      throw new IllegalStateException("a message came without the payload that was read for it");
    }
    return payload;
  }
}
