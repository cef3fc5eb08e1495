package org.tijian.inspection.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** SHA-256, as 64 small hexadecimal digits. */
public final class Sha256 {
  /** What the first entry of a chain and the first head name as the one before. */
  public static final String NOTHING_BEFORE = "0".repeat(64);

  private Sha256() {}

  static byte[] of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  /** What stands for a visit in everything that is published: its id, which is random, hashed. */
  public static String visit(UUID id) {
    return hex(("tijian-visit-1\n" + id).getBytes(StandardCharsets.UTF_8));
  }
}
