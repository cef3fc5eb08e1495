package org.tijian.inspection.certificate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.inspection.chain.CompletionCertificate;

/**
 * A certificate that was issued, and whether it still stands.
 *
 * @param revokedBy {@code enterprise} or {@code office}; null while it stands
 * @param reason what the office wrote; null otherwise
 */
record Issued(
    UUID checkupId,
    CompletionCertificate certificate,
    Instant issuedAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy,
    @Nullable String reason) {

  String state() {
    return revokedAt == null ? "valid" : "revoked";
  }
}
