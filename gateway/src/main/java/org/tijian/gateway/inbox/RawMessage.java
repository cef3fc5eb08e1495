package org.tijian.gateway.inbox;

import java.time.Instant;

/**
 * A message as it was handed over.
 *
 * @param from who sent it, and the way back
 * @param origin the topic it was sent to, or the address of the peer
 * @param payload untouched; the record owns the array
 * @param receivedAt when it reached this process
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a message
public record RawMessage(
    Sender from, Format format, String origin, byte[] payload, Instant receivedAt) {

  /** The same message with other bytes: a part of it, or what several make together. */
  RawMessage with(byte[] bytes) {
    return new RawMessage(from, format, origin, bytes, receivedAt);
  }
}
