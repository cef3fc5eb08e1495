package org.tijian.gateway.inbox;

import java.time.Instant;

/**
 * A message as the broker handed it over.
 *
 * @param topic where it was sent to
 * @param payload untouched; the record owns the array
 * @param receivedAt when it reached this process
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a message
public record RawMessage(String topic, byte[] payload, Instant receivedAt) {}
