package org.tijian.inspection.followup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a proof may be, told by its first bytes and not by what its sender says. */
enum ProofType {
  JPEG("image/jpeg", 0, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
  PNG("image/png", 0, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}),
  WEBP("image/webp", 8, "WEBP".getBytes(StandardCharsets.US_ASCII)),
  PDF("application/pdf", 0, "%PDF-".getBytes(StandardCharsets.US_ASCII));

  private final String mediaType;
  private final int offset;
  private final byte[] mark;

  ProofType(String mediaType, int offset, byte[] mark) {
    this.mediaType = mediaType;
    this.offset = offset;
    this.mark = mark;
  }

  String mediaType() {
    return mediaType;
  }

  static Optional<ProofType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.marks(content)).findFirst();
  }

  private boolean marks(byte[] content) {
    return content.length >= offset + mark.length
        && Arrays.equals(content, offset, offset + mark.length, mark, 0, mark.length);
  }
}
