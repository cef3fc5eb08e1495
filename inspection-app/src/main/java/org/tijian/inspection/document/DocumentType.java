package org.tijian.inspection.document;

import java.util.Arrays;
import java.util.Optional;

/** What a document may be, told by its first bytes and not by its name or what its sender says. */
enum DocumentType {
  PDF("application/pdf", "pdf", new int[] {'%', 'P', 'D', 'F', '-'}),
  JPEG("image/jpeg", "jpg", new int[] {0xFF, 0xD8, 0xFF}),
  PNG("image/png", "png", new int[] {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});

  private final String mediaType;
  private final String extension;
  private final int[] mark;

  DocumentType(String mediaType, String extension, int[] mark) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.mark = mark;
  }

  String mediaType() {
    return mediaType;
  }

  /** Of a file that is downloaded. */
  String extension() {
    return extension;
  }

  static Optional<DocumentType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.marks(content)).findFirst();
  }

  static DocumentType of(String mediaType) {
    return Arrays.stream(values())
        .filter(type -> type.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow();
  }

  private boolean marks(byte[] content) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((content[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
