package org.tijian.inspection.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.SecretFile;

/**
 * The key of the second factors, in a file outside the database: whoever has the database alone can
 * neither make a code nor try backup codes. It opens nothing of a visit.
 */
@Component
class FactorKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec ciphering;
  private final SecretKeySpec mixing;

  FactorKey(@Value("${tijian.data-dir}") Path dataDirectory) throws IOException {
    byte[] key = SecretFile.in(dataDirectory.resolve("factor"), "second-factor.key", KEY_BYTES);
    // Two keys of one: no key serves two purposes.
    this.ciphering = new SecretKeySpec(mac(key, "tijian-second-factor-secret"), "AES");
    this.mixing = new SecretKeySpec(mac(key, "tijian-backup-code"), "HmacSHA256");
  }

  /** Bound to the account: moved to another one it opens for nobody. */
  byte[] seal(UUID account, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce, secret);
    byte[] kept = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, kept, NONCE_BYTES, sealed.length);
    return kept;
  }

  byte[] open(UUID account, byte[] kept) {
    return cipher(
        Cipher.DECRYPT_MODE,
        account,
        Arrays.copyOf(kept, NONCE_BYTES),
        Arrays.copyOfRange(kept, NONCE_BYTES, kept.length));
  }

  byte[] mac(UUID account, String code) {
    return mac(mixing, account + " " + code);
  }

  private byte[] cipher(int mode, UUID account, byte[] nonce, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, ciphering, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(account.toString().getBytes(UTF_8));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a second factor does not open with the key file: is it that of this database?", e);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    return mac(new SecretKeySpec(key, "HmacSHA256"), text);
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
