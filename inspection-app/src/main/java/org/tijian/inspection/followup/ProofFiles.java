package org.tijian.inspection.followup;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.FileDesk;
import org.tijian.inspection.vault.Statement;
import org.tijian.inspection.vault.VaultDesk;
import org.tijian.inspection.web.RefusedRequest;
import org.tijian.inspection.web.Upload;
import tools.jackson.databind.json.JsonMapper;

/** Photos and papers that the enterprise gives as proof; sealed under the key of the visit. */
@Service
class ProofFiles {
  /** As photos of the visit: ten megabytes. */
  static final Upload.Limit LIMIT =
      new Upload.Limit("file", new LocalName("证明文件", "proof"), 10_000_000);

  private final FileDesk files;
  private final VaultDesk vault;
  private final StepDesk steps;
  private final JsonMapper json;

  ProofFiles(FileDesk files, VaultDesk vault, StepDesk steps, JsonMapper json) {
    this.files = files;
    this.vault = vault;
    this.steps = steps;
    this.json = json;
  }

  /**
   * @param id the same for every repetition
   */
  void add(Account director, UUID checkupId, @Nullable UUID asked, Upload upload, UUID id)
      throws IOException {
    files.admit(director, checkupId, Right.WRITE_FOLLOW_UP);
    UUID adviceId = Input.required("adviceId", asked);
    byte[] content = upload.read(LIMIT);
    ProofType type = ProofType.of(content).orElseThrow(ProofFiles::otherType);
    FollowUp.ProofFile file = new FollowUp.ProofFile(id, type.mediaType(), content.length);
    Said.Step step = new Said.Step(adviceId, Action.PROOF, "", null, file, null, director.name());
    files.attach(
        director,
        checkupId,
        id,
        json.writeValueAsString(step),
        content,
        () -> {
          steps.open(checkupId, adviceId, Action.PROOF);
          vault.followUp(
              director,
              checkupId,
              Statement.Kind.FOLLOW_UP,
              () -> json.writeValueAsString(step),
              id);
        });
  }

  /** Whoever may read the files of the visit. */
  Proof read(Account account, UUID checkupId, UUID id) {
    return files.read(
        account,
        checkupId,
        id,
        file -> {
          String type =
              json.readTree(file.entry().note()).path("file").path("mediaType").asString();
          if (type.isEmpty()) {
            throw RefusedRequest.noAccess();
          }
          return new Proof(type, file.content());
        });
  }

  private static RefusedRequest otherType() {
    return RefusedRequest.invalid(
        "file",
        new LocalName(
            "只接收 JPEG、PNG、WebP 照片和 PDF 文件。", "Files are photos (JPEG, PNG, WebP) or PDF."));
  }

  /** A file and what it is. */
  record Proof(String mediaType, byte[] content) {}
}
