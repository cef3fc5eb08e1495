package org.tijian.inspection.key;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The two symmetric primitives of the product: AES-256-GCM and HKDF-SHA256, both of Tink. */
public final class Cipher {
  public static final int KEY_BYTES = 32;

  private static final AesGcmParameters AES_256_GCM = parameters();

  private Cipher() {}

  /** Seals with a random nonce of 96 bits; the associated data are bound, not kept. */
  @AccessesPartialKey
  public static Aead aesGcm(byte[] key) {
    try {
      return AesGcmJce.create(
          AesGcmKey.builder()
              .setParameters(AES_256_GCM)
              .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /**
   * @param info what the key is for; different purposes get unrelated keys
   */
  public static byte[] hkdf(byte[] secret, byte[] salt, String info) {
    try {
      return Hkdf.computeHkdf(
          "HMACSHA256", secret, salt, info.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  private static AesGcmParameters parameters() {
    try {
      return AesGcmParameters.builder()
          .setKeySizeBytes(KEY_BYTES)
          .setIvSizeBytes(12)
          .setTagSizeBytes(16)
          .setVariant(AesGcmParameters.Variant.NO_PREFIX)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
