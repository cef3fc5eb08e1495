package org.tijian.inspection.visit;

import java.time.Instant;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.vault.StatementProvenance;

/** An answer on the wire. */
public record AnswerView(
    String itemId,
    String result,
    String note,
    Instant at,
    LocalName by,
    StatementProvenance provenance) {}
