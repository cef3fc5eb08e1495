package org.tijian.inspection.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.tijian.inspection.key.Cipher;

/**
 * The key of one visit, opened for one request. From the data key and the share come three
 * unrelated keys: for texts, for files, and the proof that the database asks for.
 */
final class VisitKey {
  /** Size of a sealed piece of a file, and of a row of {@code sealed.file_part}. */
  static final int SEGMENT_BYTES = 1 << 20;

  private final UUID checkupId;
  private final UUID keyId;
  private final byte[] dataKey;
  private final byte[] share;
  private final boolean sealing;
  private final Aead texts;

  VisitKey(UUID checkupId, UUID keyId, byte[] dataKey, byte[] share, boolean sealing) {
    this.checkupId = checkupId;
    this.keyId = keyId;
    this.dataKey = dataKey;
    this.share = share;
    this.sealing = sealing;
    this.texts = Cipher.aesGcm(derived("text"));
  }

  UUID keyId() {
    return keyId;
  }

  UUID checkupId() {
    return checkupId;
  }

  /** What the database compares with its hash before it shows a row of the visit. */
  byte[] proof() {
    return derived("proof");
  }

  /** For wrapping it for another person. */
  byte[] dataKey() {
    return dataKey;
  }

  /** The words that a wrapped copy is bound to: another visit's or person's copy does not fit. */
  static String wrapping(UUID checkupId, UUID keyId, UUID accountId) {
    return "tijian visit-key v1|%s|%s|%s".formatted(checkupId, keyId, accountId);
  }

  /**
   * @param kind and {@code row} are bound: a text moved to another row or kind does not open
   */
  byte[] seal(String kind, UUID row, String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    try {
      return sealing ? texts.encrypt(plain, words(kind, row)) : plain;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a text could not be sealed", e);
    }
  }

  String open(String kind, UUID row, byte[] sealed) {
    try {
      byte[] plain = sealing ? texts.decrypt(sealed, words(kind, row)) : sealed;
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a %s was changed after it was sealed".formatted(kind));
    }
  }

  /** What is written to the returned stream arrives sealed at {@code sealed}. */
  OutputStream sealing(UUID file, OutputStream sealed) throws IOException {
    try {
      return sealing ? files().newEncryptingStream(sealed, words("file", file)) : sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a file could not be sealed", e);
    }
  }

  InputStream opening(UUID file, byte[] sealed) throws IOException {
    InputStream stored = new ByteArrayInputStream(sealed);
    try {
      return sealing ? files().newDecryptingStream(stored, words("file", file)) : stored;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a file was changed after it was sealed");
    }
  }

  private StreamingAead files() throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(
        derived("file"), "HmacSha256", Cipher.KEY_BYTES, SEGMENT_BYTES, 0);
  }

  private byte[] derived(String purpose) {
    return Cipher.hkdf(
        dataKey, share, "tijian visit v1|%s|%s|%s".formatted(checkupId, keyId, purpose));
  }

  private byte[] words(String kind, UUID row) {
    return "tijian sealed v1|%s|%s|%s"
        .formatted(checkupId, kind, row)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "VisitKey[%s]".formatted(keyId);
  }
}
