package org.tijian.inspection.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;

/** Documents that were handed in for a visit. */
@RestController
@RequestMapping("/api/checkups/{id}/documents")
class VisitDocumentController {
  private final VisitDocuments documents;

  VisitDocumentController(VisitDocuments documents) {
    this.documents = documents;
  }

  @GetMapping
  VisitDocuments.View list(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    return documents.of(account, id);
  }

  @PostMapping
  VisitDocuments.Handed handIn(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestBody HandInRequest request) {
    return documents.handIn(account, id, request.documentId());
  }

  @GetMapping("/{document}")
  ResponseEntity<byte[]> read(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @PathVariable UUID document) {
    return DocumentController.answer(documents.read(account, id, document));
  }

  /**
   * @param documentId the version
   */
  record HandInRequest(@Nullable UUID documentId) {}
}
