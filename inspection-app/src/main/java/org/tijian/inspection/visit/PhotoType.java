package org.tijian.inspection.visit;

import java.util.Arrays;
import java.util.Optional;

/** What a photo may be, told by its first bytes and not by what its sender says. */
enum PhotoType {
  JPEG("image/jpeg", 0, new int[] {0xFF, 0xD8, 0xFF}),
  PNG("image/png", 0, new int[] {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}),
  WEBP("image/webp", 8, new int[] {'W', 'E', 'B', 'P'});

  private final String mediaType;
  private final int offset;
  private final int[] mark;

  PhotoType(String mediaType, int offset, int[] mark) {
    this.mediaType = mediaType;
    this.offset = offset;
    this.mark = mark;
  }

  String mediaType() {
    return mediaType;
  }

  static Optional<PhotoType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.marks(content)).findFirst();
  }

  private boolean marks(byte[] content) {
    if (content.length < offset + mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((content[offset + i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
