package org.tijian.inspection.visit;

import java.time.Instant;
import java.util.UUID;
import org.tijian.analytics.site.LocalName;

/** A photo on the wire; its bytes have a route of their own. */
public record PhotoView(
    UUID id, String itemId, String mediaType, int bytes, Instant at, LocalName by) {}
