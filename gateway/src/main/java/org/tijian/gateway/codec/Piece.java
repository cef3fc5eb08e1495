package org.tijian.gateway.codec;

import org.jspecify.annotations.Nullable;

/** A stretch of bytes that the cutter took out of the stream. */
sealed interface Piece {

  byte[] bytes();

  /**
   * A frame that ends where its length field says; its check sum may still be wrong.
   *
   * @param strays number of {@code #} before the header
   * @param digits the length field as sent
   * @param from first byte of the data segment
   * @param to byte after the data segment; the check sum's four characters follow
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Fitting(byte[] bytes, int strays, String digits, int from, int to) implements Piece {
    static final int CRC_LENGTH = 4;

    String crc() {
      return Bytes.text(bytes, to, to + CRC_LENGTH);
    }

    /** The line end as sent: normally CR LF, perhaps nothing. */
    String tail() {
      return Bytes.text(bytes, to + CRC_LENGTH, bytes.length);
    }
  }

  /** Bytes that do not hold a frame of the declared length; components as in the refusal. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Broken(
      String code, @Nullable String declared, @Nullable String found, int offset, byte[] bytes)
      implements Piece {}
}
