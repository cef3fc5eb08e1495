package org.tijian.analytics.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;

/**
 * Enciphers what is kept in the database and must be read again by the platform itself: a copy of
 * the database alone does not tell it. AES-256-GCM under the key of a file outside the database;
 * the place a value belongs to is authenticated with it, so that none can be moved elsewhere.
 */
public final class AtRest {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int FINGERPRINT_BYTES = 8;

  private static final String KNOWN = "select fingerprint from secret_file";
  private static final String CHOOSE =
      "insert into secret_file (fingerprint) values (:fingerprint)";

  private final @Nullable SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private AtRest(byte @Nullable [] key) {
    this.key = key == null ? null : new SecretKeySpec(key, "AES");
  }

  /** For who handles no keys: neither seals nor opens. */
  static AtRest none() {
    return new AtRest(null);
  }

  /**
   * Opens the secret file of a database, or makes it when the database has none yet. Processes that
   * start together wait for each other here.
   *
   * @throws WrongSecretFile if the database knows another one
   */
  public static AtRest on(MonitoringDatabase database, Path file) {
    SecretFile secret = new SecretFile(file);
    return Objects.requireNonNull(
        database.transaction().execute(status -> new AtRest(chosen(database, secret))));
  }

  private static byte[] chosen(MonitoringDatabase database, SecretFile file) {
    database.jdbc().sql("lock table secret_file in exclusive mode").update();
    Optional<byte[]> known = database.jdbc().sql(KNOWN).query(byte[].class).optional();
    Optional<byte[]> found = file.read();
    if (known.isEmpty()) {
      byte[] key = found.orElseGet(file::create);
      database.jdbc().sql(CHOOSE).param("fingerprint", fingerprint(key)).update();
      return key;
    }
    byte[] key = found.orElseThrow(() -> new WrongSecretFile(file.path(), true));
    if (!MessageDigest.isEqual(fingerprint(key), known.get())) {
      throw new WrongSecretFile(file.path(), false);
    }
    return key;
  }

  private static byte[] fingerprint(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("tijian secret file".getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(digest.digest(key), FINGERPRINT_BYTES);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * @param place what the value is and whose; needed to open it
   */
  byte[] seal(String place, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key cannot be enciphered", e);
    }
  }

  /**
   * @throws IllegalStateException if it was sealed for another place, or changed since
   */
  byte[] open(String place, byte[] sealed) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new IllegalStateException("no enciphered key: " + place);
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), place)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key in the database cannot be opened: " + place, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    if (key == null) {
      throw new IllegalStateException("no secret file was given: keys cannot be handled here");
    }
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
