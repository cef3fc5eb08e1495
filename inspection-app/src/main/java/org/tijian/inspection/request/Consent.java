package org.tijian.inspection.request;

import java.time.Instant;
import java.util.UUID;
import org.tijian.analytics.site.LocalName;

/**
 * That a director accepted the terms: which text to the letter, who, and when.
 *
 * @param language {@code zh} or {@code en}: the text that was read
 * @param sha256 of that text's UTF-8 bytes, in hex
 */
public record Consent(
    String version, String language, String sha256, UUID accountId, LocalName by, Instant at) {}
