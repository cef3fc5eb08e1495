package org.tijian.inspection.visit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.vault.StatementProvenance;

/** A piece of advice on the wire. */
public record AdviceView(
    UUID id,
    String title,
    String text,
    @Nullable String itemId,
    Instant at,
    LocalName by,
    StatementProvenance provenance) {}
