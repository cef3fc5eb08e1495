package org.tijian.inspection.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.tijian.inspection.key.Cipher;

/**
 * What a data key and its share seal: from the two come three unrelated keys, for texts, for files,
 * and the proof that the database asks for.
 */
final class Envelope {
  /** Size of a sealed piece of a file, and of a row that keeps one. */
  static final int SEGMENT_BYTES = 1 << 20;

  private final String scope;
  private final String words;
  private final byte[] dataKey;
  private final byte[] share;
  private final boolean sealing;
  private final Aead texts;

  /**
   * @param scope whose keys these are: part of how they are derived
   * @param words what every text and file is bound to, beside its kind and row
   * @param sealing false in tests that look for what is not sealed
   */
  Envelope(String scope, String words, byte[] dataKey, byte[] share, boolean sealing) {
    this.scope = scope;
    this.words = words;
    this.dataKey = dataKey;
    this.share = share;
    this.sealing = sealing;
    this.texts = Cipher.aesGcm(derived("text"));
  }

  /** What the database compares with its hash before it shows a row. */
  byte[] proof() {
    return derived("proof");
  }

  byte[] dataKey() {
    return dataKey;
  }

  byte[] seal(String kind, UUID row, String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    try {
      return sealing ? texts.encrypt(plain, bound(kind, row)) : plain;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a text could not be sealed", e);
    }
  }

  String open(String kind, UUID row, byte[] sealed) {
    try {
      byte[] plain = sealing ? texts.decrypt(sealed, bound(kind, row)) : sealed;
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a %s was changed after it was sealed".formatted(kind));
    }
  }

  /** A whole file. */
  byte[] sealFile(UUID file, byte[] content) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream(content.length + 1024);
    try (OutputStream sealing = sealing(file, sealed)) {
      sealing.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sealed.toByteArray();
  }

  byte[] openFile(UUID file, byte[] sealed) {
    try {
      return opening(file, sealed).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("a file was changed after it was sealed");
    }
  }

  private OutputStream sealing(UUID file, OutputStream sealed) throws IOException {
    try {
      return sealing ? files().newEncryptingStream(sealed, bound("file", file)) : sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a file could not be sealed", e);
    }
  }

  private InputStream opening(UUID file, byte[] sealed) throws IOException {
    InputStream stored = new ByteArrayInputStream(sealed);
    try {
      return sealing ? files().newDecryptingStream(stored, bound("file", file)) : stored;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a file was changed after it was sealed");
    }
  }

  private StreamingAead files() throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(
        derived("file"), "HmacSha256", Cipher.KEY_BYTES, SEGMENT_BYTES, 0);
  }

  private byte[] derived(String purpose) {
    return Cipher.hkdf(dataKey, share, "%s|%s".formatted(scope, purpose));
  }

  private byte[] bound(String kind, UUID row) {
    return "%s|%s|%s".formatted(words, kind, row).getBytes(StandardCharsets.UTF_8);
  }

  /** Never a key. */
  @Override
  public String toString() {
    return "Envelope[%s]".formatted(scope);
  }
}
