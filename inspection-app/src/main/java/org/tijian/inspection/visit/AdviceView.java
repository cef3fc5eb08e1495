package org.tijian.inspection.visit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.vault.StatementProvenance;

/**
 * A piece of advice on the wire.
 *
 * @param code of the finding of the self-check that it answers, with {@code outletId}; null if it
 *     answers none
 */
public record AdviceView(
    UUID id,
    String title,
    String text,
    @Nullable String itemId,
    @Nullable String code,
    @Nullable Long outletId,
    Instant at,
    LocalName by,
    StatementProvenance provenance) {}
