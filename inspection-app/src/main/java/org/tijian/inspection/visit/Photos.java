package org.tijian.inspection.visit;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.vault.FileDesk;
import org.tijian.inspection.web.RefusedRequest;
import org.tijian.inspection.web.Upload;
import tools.jackson.databind.json.JsonMapper;

/** Photos that an expert attaches to an item of the checklist. */
@Service
class Photos {
  /** Ten megabytes: more than a telephone's photo has. */
  static final Upload.Limit LIMIT =
      new Upload.Limit("photo", new LocalName("照片", "photo"), 10_000_000);

  private static final int MOST = 200;

  private final Checklist checklist;
  private final FileDesk files;
  private final JsonMapper json;

  Photos(Checklist checklist, FileDesk files, JsonMapper json) {
    this.checklist = checklist;
    this.files = files;
    this.json = json;
  }

  PhotoView add(Account expert, UUID checkupId, String itemId, Upload upload, UUID id)
      throws IOException {
    files.admit(expert, checkupId);
    Input.check(checklist.has(itemId), "itemId", "检查表中没有这一项。", "The checklist has no such item.");
    byte[] content = upload.read(LIMIT);
    PhotoType type = PhotoType.of(content).orElseThrow(Photos::notAPhoto);
    Input.check(
        of(checkupId).size() < MOST, "photo", "照片最多 200 张。", "A visit has at most 200 photos.");
    Said.Photo said = new Said.Photo(itemId, type.mediaType(), content.length, expert.name());
    return view(files.write(expert, checkupId, id, json.writeValueAsString(said), content));
  }

  /** For callers that have passed the door of the vault. */
  List<PhotoView> of(UUID checkupId) {
    return files.of(checkupId).stream().filter(this::isPhoto).map(this::view).toList();
  }

  Photo read(Account account, UUID checkupId, UUID id) {
    return files.read(
        account, checkupId, id, file -> new Photo(view(file.entry()).mediaType(), file.content()));
  }

  /** Other files of the visit belong to no item of the checklist. */
  private boolean isPhoto(FileDesk.Entry entry) {
    return json.readTree(entry.note()).has("itemId");
  }

  private PhotoView view(FileDesk.Entry entry) {
    Said.Photo said = json.readValue(entry.note(), Said.Photo.class);
    return new PhotoView(
        entry.id(), said.itemId(), said.mediaType(), said.bytes(), entry.writtenAt(), said.by());
  }

  private static RefusedRequest notAPhoto() {
    return RefusedRequest.invalid(
        "photo",
        new LocalName("只接收 JPEG、PNG、WebP 照片。", "Photos are JPEG, PNG or WebP, and nothing else."));
  }

  /** The bytes of a photo and what they are. */
  record Photo(String mediaType, byte[] content) {}
}
