package org.tijian.inspection.pledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * That an expert signed: which text to the letter, and when.
 *
 * @param by name of that time
 * @param language {@code zh} or {@code en}: the text that was read
 * @param sha256 of that text's UTF-8 bytes, in hex
 * @param endedAt when the expert left the team; null while it holds
 */
public record Signed(
    UUID expertId,
    LocalName by,
    String version,
    String language,
    String sha256,
    Instant at,
    @Nullable Instant endedAt) {}
