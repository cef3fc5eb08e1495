package org.tijian.inspection.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A complaint as one reader may read it.
 *
 * @param text null if this reader had no key when it was written
 * @param answerBy when it has to be answered
 * @param answer null until it is answered
 */
record Complaint(
    UUID id,
    LocalName by,
    Instant at,
    @Nullable String text,
    Instant answerBy,
    @Nullable LocalName answeredBy,
    @Nullable Instant answeredAt,
    @Nullable String answer) {

  /** Never its text: a complaint that ends up in a log line must tell nothing. */
  @Override
  public String toString() {
    return "Complaint[%s]".formatted(id);
  }
}
