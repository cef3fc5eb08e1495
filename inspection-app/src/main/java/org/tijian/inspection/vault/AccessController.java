package org.tijian.inspection.vault;

import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.chain.AccessFile;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.Right;

/** "Who has opened my file?" */
@RestController
class AccessController {
  private final VaultDoor door;
  private final AccessRecord record;
  private final AccessFiles files;
  private final Heads heads;

  AccessController(VaultDoor door, AccessRecord record, AccessFiles files, Heads heads) {
    this.door = door;
    this.record = record;
    this.files = files;
    this.heads = heads;
  }

  @GetMapping("/api/checkups/{id}/access")
  AccessFile list(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    door.enter(account, id, Right.READ_ACCESS_RECORD);
    return files.of(id);
  }

  /** The same to keep, under a head of this minute where that is possible. */
  @GetMapping("/api/checkups/{id}/access/file")
  ResponseEntity<AccessFile> file(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    Checkup checkup = door.enter(account, id, Right.READ_ACCESS_RECORD);
    record.add(id, account, Access.What.EXPORTED, "access-record");
    heads.publishForDownload();
    ContentDisposition name =
        ContentDisposition.attachment()
            .filename("access-record-%s.json".formatted(checkup.number()))
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(files.of(id));
  }
}
