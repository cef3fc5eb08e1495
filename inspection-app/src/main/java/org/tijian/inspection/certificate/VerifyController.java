package org.tijian.inspection.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.AttemptLimit;
import org.tijian.inspection.chain.CompletionCertificate;

/**
 * Anybody who holds a certificate sees whether it stands, without a sign-in. Nothing can be listed
 * or searched for here, and whoever guesses is slowed down.
 */
@RestController
class VerifyController {
  private static final int AT_ONCE = 30;
  private static final Duration REFILL = Duration.ofMinutes(1);
  private static final LocalName TOO_OFTEN =
      new LocalName("核验次数过多，请 %d 秒后再试。", "Too many verifications. Try again in %d seconds.");

  private final CertificateStore store;
  private final AttemptLimit limit = new AttemptLimit(AT_ONCE, REFILL, TOO_OFTEN);

  VerifyController(CertificateStore store) {
    this.store = store;
  }

  @GetMapping("/api/certificates/{code}")
  VerifiedView verify(@PathVariable String code, HttpServletRequest request) {
    limit.take(request.getRemoteAddr());
    return store.byCode(code).map(VerifiedView::of).orElse(VerifiedView.UNKNOWN);
  }

  /**
   * What is told to everybody.
   *
   * @param state {@code valid}, {@code revoked} or {@code unknown}
   * @param certificate with its signature, which can be checked against the published key
   */
  record VerifiedView(
      String state,
      @Nullable CompletionCertificate certificate,
      @Nullable Instant revokedAt,
      @Nullable String revokedBy,
      @Nullable String reason) {
    static final VerifiedView UNKNOWN = new VerifiedView("unknown", null, null, null, null);

    static VerifiedView of(Issued issued) {
      return new VerifiedView(
          issued.state(),
          issued.certificate(),
          issued.revokedAt(),
          issued.revokedBy(),
          issued.reason());
    }
  }
}
