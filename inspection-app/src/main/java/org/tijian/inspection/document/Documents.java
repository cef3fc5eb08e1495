package org.tijian.inspection.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.vault.DocumentDesk;
import org.tijian.inspection.web.RefusedRequest;
import org.tijian.inspection.web.Upload;
import tools.jackson.databind.json.JsonMapper;

/** Where an enterprise keeps its documents. */
@Service
class Documents {
  /** Ten megabytes, as a photo of a visit. */
  static final Upload.Limit LIMIT =
      new Upload.Limit("document", new LocalName("资料文件", "document"), 10_000_000);

  private static final int MOST = 1000;

  private final DocumentDesk desk;
  private final DocumentForm form;
  private final JsonMapper json;

  Documents(DocumentDesk desk, DocumentForm form, JsonMapper json) {
    this.desk = desk;
    this.form = form;
    this.json = json;
  }

  /**
   * @param filled asked for only when the account may write here, as the bytes are
   * @param id the same for every repetition
   */
  DocumentView.Version add(
      Account account, Supplier<DocumentForm.Filled> filled, Upload upload, UUID id)
      throws IOException {
    DocumentForm.Checked said = form.check(filled.get(), desk.siteOf(account));
    byte[] content = upload.read(LIMIT);
    DocumentType type = DocumentType.of(content).orElseThrow(Documents::noDocument);
    Input.check(
        desk.count(account) < MOST,
        "document",
        "资料最多 1000 份（含旧版本）。",
        "There are at most 1000 documents, with their earlier versions.");
    DocumentNote note = said.note(type, content.length, account.name());
    return version(
        desk.add(
            account,
            id,
            said.paperId(),
            json.writeValueAsString(note),
            content,
            said.validUntil()));
  }

  /** The enterprise's documents, the newest first, each with its versions. */
  List<DocumentView> of(Account account) {
    Map<UUID, List<DocumentView.Version>> papers = new LinkedHashMap<>();
    desk.of(account)
        .forEach(
            each ->
                papers
                    .computeIfAbsent(each.paperId(), paper -> new ArrayList<>())
                    .add(version(each)));
    List<DocumentView> all = new ArrayList<>();
    papers.forEach(
        (paper, versions) -> {
          Collections.reverse(versions);
          all.add(new DocumentView(paper, versions));
        });
    Collections.reverse(all);
    return all;
  }

  File read(Account account, UUID id) {
    return file(desk.read(account, id));
  }

  /** A document as it is sent to a browser. */
  File file(DocumentDesk.Content content) {
    DocumentNote note = note(content.note());
    DocumentType type = DocumentType.of(note.mediaType());
    return new File(type.mediaType(), note.title() + "." + type.extension(), content.bytes());
  }

  DocumentNote note(String sealed) {
    return json.readValue(sealed, DocumentNote.class);
  }

  private DocumentView.Version version(DocumentDesk.Version version) {
    return DocumentView.Version.of(version.id(), version.writtenAt(), note(version.note()));
  }

  private static RefusedRequest noDocument() {
    return RefusedRequest.invalid(
        "document",
        new LocalName(
            "只接收 PDF、JPEG、PNG 文件。这个文件的内容不是其中任何一种。",
            "Documents are PDF, JPEG or PNG. The content of this file is none of them."));
  }

  /**
   * @param name for the download
   */
  record File(String mediaType, String name, byte[] content) {}
}
