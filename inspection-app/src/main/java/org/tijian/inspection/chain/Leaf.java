package org.tijian.inspection.chain;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The end of one chain in the tree of a head.
 *
 * @param visit hash of the visit's id
 * @param end hash of the last entry
 */
public record Leaf(String visit, long length, String end) {
  private static final byte[] LEAF = {0};

  /** SHA-256 of a zero byte, the visit's hash, the length as 8 bytes (big end first), the end. */
  byte[] hash() {
    return Sha256.of(
        LEAF,
        HexFormat.of().parseHex(visit),
        ByteBuffer.allocate(Long.BYTES).putLong(length).array(),
        HexFormat.of().parseHex(end));
  }
}
