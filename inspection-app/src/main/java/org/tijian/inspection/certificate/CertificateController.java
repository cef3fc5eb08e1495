package org.tijian.inspection.certificate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.chain.CompletionCertificate;

/** Certificates for those whose check-ups they are, and for the office. */
@RestController
class CertificateController {
  private static final int PAGE = 50;

  private final CertificateDesk desk;
  private final CertificatePaper paper;
  private final String publicUrl;

  CertificateController(
      CertificateDesk desk,
      CertificatePaper paper,
      @Value("${tijian.public-url:}") String publicUrl) {
    this.desk = desk;
    this.paper = paper;
    this.publicUrl = publicUrl;
  }

  @GetMapping("/api/checkups/{id}/certificate")
  HeldView of(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return new HeldView(desk.of(account, id).map(CertificateView::of).orElse(null));
  }

  /** The paper, with a QR code that leads to the page on which anybody can verify it. */
  @GetMapping("/api/checkups/{id}/certificate/file")
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "zh") String language) {
    CompletionCertificate certificate =
        desk.of(account, id).orElseThrow(CertificateDesk::none).certificate();
    ContentDisposition name =
        ContentDisposition.attachment().filename(certificate.number() + ".pdf").build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .contentType(MediaType.APPLICATION_PDF)
        .body(paper.pdf(certificate, address() + "/verify/" + certificate.code(), language));
  }

  private String address() {
    return publicUrl.isEmpty()
        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
        : publicUrl.replaceFirst("/+$", "");
  }

  @PostMapping("/api/checkups/{id}/certificate/revoke")
  HeldView revoke(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody RevokeRequest request) {
    return new HeldView(CertificateView.of(desk.revoke(account, id, request.reason())));
  }

  /** Newest first, fifty at a time. */
  @GetMapping("/api/certificates")
  List<CertificateView> list(
      @AuthenticationPrincipal Account account,
      @RequestParam(required = false) @Nullable String after) {
    return desk.newest(account, after, PAGE).stream().map(CertificateView::of).toList();
  }

  /**
   * @param reason the office's, for everybody who verifies it
   */
  record RevokeRequest(@Nullable String reason) {}

  /**
   * @param certificate null before the follow-up is complete
   */
  record HeldView(@Nullable CertificateView certificate) {}

  /**
   * @param state {@code valid} or {@code revoked}
   */
  record CertificateView(
      UUID checkupId,
      CompletionCertificate certificate,
      String state,
      Instant issuedAt,
      @Nullable Instant revokedAt,
      @Nullable String revokedBy,
      @Nullable String reason) {
    static CertificateView of(Issued issued) {
      return new CertificateView(
          issued.checkupId(),
          issued.certificate(),
          issued.state(),
          issued.issuedAt(),
          issued.revokedAt(),
          issued.revokedBy(),
          issued.reason());
    }
  }
}
