package org.tijian.analytics.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frame as it arrived, kept verbatim whatever became of it.
 *
 * @param mn the device that sent it, by its credentials (not by what the frame claims)
 * @param receivedAt when it reached the platform
 * @param transport how it came, for example {@code mqtt}
 * @param bytes the frame, untouched; the record owns the array
 * @param command the command number (CN) if it could be read
 * @param verdict what became of it
 * @param facts what it says about its sender
 */
@SuppressWarnings(
    "ArrayRecordComponent") // identity is never asked of a frame; a copy per frame would be paid on
// the hot path
public record ArrivedFrame(
    String mn,
    Instant receivedAt,
    String transport,
    byte[] bytes,
    @Nullable String command,
    FrameVerdict verdict,
    FrameFacts facts) {}
