package org.tijian.inspection.statistics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tijian.inspection.database.SecretFile;

/**
 * Keeps what waits in a pool from whoever reads the database alone: AES-256-GCM under a key in a
 * file that only its owner reads. Also stands in for enterprises (HMAC-SHA-256, another for each
 * quarter).
 */
final class PoolKey {
  private static final String FILE = "statistics.key";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int STAND_IN_BYTES = 8;

  private final byte[] key;
  private final SecureRandom random = new SecureRandom();

  private PoolKey(byte[] key) {
    this.key = key;
  }

  /**
   * @param directory is made if it is not there
   */
  static PoolKey in(Path directory) {
    try {
      return new PoolKey(SecretFile.in(directory, FILE, KEY_BYTES));
    } catch (IOException e) {
      throw new IllegalStateException("the key in %s cannot be used".formatted(directory), e);
    }
  }

  byte[] seal(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /**
   * @throws IllegalStateException if it was not sealed with this key, or was changed
   */
  String open(byte[] sealed) {
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, nonce)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an entry of the pool was not sealed with this key", e);
    }
  }

  /** What stands for an enterprise in one quarter. */
  String standIn(long siteId, String quarter) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] code =
          mac.doFinal("%s %d".formatted(quarter, siteId).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(code, 0, STAND_IN_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
