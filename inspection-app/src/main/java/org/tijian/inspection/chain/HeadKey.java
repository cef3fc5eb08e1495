package org.tijian.inspection.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The public half of a key that signs heads and certificates.
 *
 * @param id the first 16 digits of the SHA-256 of the encoded key
 * @param publicKey Ed25519 as SubjectPublicKeyInfo, Base64
 * @param since first use
 */
public record HeadKey(String id, String publicKey, String since) {

  public static String idOf(PublicKey key) {
    return Sha256.hex(key.getEncoded()).substring(0, 16);
  }

  /** Whether the id is really that of this key. */
  boolean isNamedRightly() {
    try {
      return idOf(key()).equals(id);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  boolean signed(byte[] bytes, String signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key());
      verifier.update(bytes);
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private PublicKey key() throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
  }
}
