package org.tijian.inspection.visit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
 * Photos come as the body of a request, so that nothing of them lies in a temporary file, and the
 * item they belong to comes in a header, so that it stands in no address.
 */
@RestController
@RequestMapping("/api/checkups/{id}/visit/photos")
class PhotoController {
  private final Photos photos;

  PhotoController(Photos photos) {
    this.photos = photos;
  }

  @PostMapping
  PhotoView add(
      @AuthenticationPrincipal Account account,
      @PathVariable UUID id,
      @RequestHeader(name = "Tijian-Item", defaultValue = "") String itemId,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      HttpServletRequest request)
      throws IOException {
    return photos.add(
        account, id, itemId, Upload.of(request), key == null ? UUID.randomUUID() : key);
  }

  @GetMapping("/{photo}")
  ResponseEntity<byte[]> read(
      @AuthenticationPrincipal Account account, @PathVariable UUID id, @PathVariable UUID photo) {
    Photos.Photo found = photos.read(account, id, photo);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(found.mediaType()))
        .body(found.content());
  }
}
