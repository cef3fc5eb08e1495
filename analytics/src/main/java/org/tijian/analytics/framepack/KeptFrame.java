package org.tijian.analytics.framepack;

import org.jspecify.annotations.Nullable;

/**
 * A frame with all that is kept of it.
 *
 * @param receivedMicros first arrival, microseconds since 1970
 * @param lastReceivedMicros arrival of the newest copy
 * @param copies how often it came, byte for byte
 * @param command of the frame (CN); null if none was read
 * @param verdict word of the verdict
 * @param bytes as they came
 */
@SuppressWarnings("ArrayRecordComponent") // a copy per frame would be paid for nothing
public record KeptFrame(
    long id,
    long receivedMicros,
    long lastReceivedMicros,
    int copies,
    String transport,
    @Nullable String command,
    String verdict,
    byte[] bytes) {}
