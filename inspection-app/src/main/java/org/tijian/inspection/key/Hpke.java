package org.tijian.inspection.key;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/**
 * Hybrid encryption for a person: HPKE (RFC 9180) in base mode with X25519, HKDF-SHA256 and
 * AES-256-GCM, by Tink. Keys are their 32 raw bytes.
 */
final class Hpke {
  private static final HpkeParameters PARAMETERS = parameters();

  private Hpke() {}

  @AccessesPartialKey
  static Pair newPair() {
    try {
      HpkePrivateKey made =
          (HpkePrivateKey) KeysetHandle.generateNew(PARAMETERS).getPrimary().getKey();
      return new Pair(
          made.getPublicKey().getPublicKeyBytes().toByteArray(),
          made.getPrivateKeyBytes().toByteArray(InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key pair could be made", e);
    }
  }

  /** Seals for the owner of the public key. */
  static HybridEncrypt to(byte[] publicKey) {
    try {
      return handle(publicKey(publicKey))
          .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a public key is not one", e);
    }
  }

  /**
   * Opens what was sealed for the pair.
   *
   * @throws GeneralSecurityException if the two do not belong together
   */
  @AccessesPartialKey
  static HybridDecrypt from(byte[] publicKey, byte[] privateKey) throws GeneralSecurityException {
    return handle(
            HpkePrivateKey.create(
                publicKey(publicKey),
                SecretBytes.copyFrom(privateKey, InsecureSecretKeyAccess.get())))
        .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
  }

  @AccessesPartialKey
  private static HpkePublicKey publicKey(byte[] raw) throws GeneralSecurityException {
    return HpkePublicKey.create(PARAMETERS, Bytes.copyFrom(raw), null);
  }

  private static KeysetHandle handle(Key key) throws GeneralSecurityException {
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
        .build();
  }

  private static HpkeParameters parameters() {
    try {
      HybridConfig.register();
      return HpkeParameters.builder()
          .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
          .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
          .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
          .setVariant(HpkeParameters.Variant.NO_PREFIX)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot be set up", e);
    }
  }

  /** A key pair as raw bytes. */
  record Pair(byte[] publicKey, byte[] privateKey) {

    /** Never the private key. */
    @Override
    public String toString() {
      return "Pair";
    }
  }
}
