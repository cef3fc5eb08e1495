package org.tijian.inspection.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way.
 *
 * @param id also its Message-ID, the same at every try: whoever gets it twice can tell
 * @param calendar an entry of a calendar, or null
 * @param method of the entry
 * @param attempts tries that failed
 */
record Mail(
    UUID id,
    String address,
    String subject,
    String text,
    @Nullable String calendar,
    @Nullable String method,
    Instant madeAt,
    int attempts) {}
