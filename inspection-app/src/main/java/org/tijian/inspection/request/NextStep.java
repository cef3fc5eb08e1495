package org.tijian.inspection.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * What happens next: "in process" is never an answer.
 *
 * @param owner role as on the wire
 * @param promisedBy when it is promised
 */
public record NextStep(String owner, LocalName step, @Nullable Instant promisedBy) {}
