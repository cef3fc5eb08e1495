package org.tijian.inspection.followup;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.Upload;

/**
 * Proofs come as the body of a request, as photos of a visit do, so that nothing of them lies in a
 * temporary file; the item they belong to comes in a header, so that it stands in no address.
 */
@RestController
@RequestMapping("/api/checkups/{id}/follow-up/files")
class ProofFileController {
  private final ProofFiles files;
  private final FollowUpDesk desk;

  ProofFileController(ProofFiles files, FollowUpDesk desk) {
    this.files = files;
    this.desk = desk;
  }

  @PostMapping
  List<FollowUp> add(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestHeader(name = "Tijian-Item", required = false) @Nullable UUID adviceId,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      HttpServletRequest request)
      throws IOException {
    files.add(account, id, adviceId, Upload.of(request), key == null ? UUID.randomUUID() : key);
    return desk.of(id);
  }

  /** A paper is saved and never shown as a page of ours. */
  @GetMapping("/{file}")
  ResponseEntity<byte[]> read(
      @AuthenticationPrincipal Account account, @PathVariable UUID id, @PathVariable UUID file) {
    ProofFiles.Proof proof = files.read(account, id, file);
    MediaType type = MediaType.parseMediaType(proof.mediaType());
    ContentDisposition name =
        ContentDisposition.attachment().filename("proof." + type.getSubtype()).build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .contentType(type)
        .body(proof.content());
  }
}
