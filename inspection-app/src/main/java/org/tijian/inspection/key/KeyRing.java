package org.tijian.inspection.key;

import com.google.crypto.tink.HybridDecrypt;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's private key, opened for one session. It lies in the memory of the process, is not
 * serialisable, and is emptied when the session ends in whatever way: sign-out, expiry, stop.
 */
public final class KeyRing implements HttpSessionBindingListener {
  static final String ATTRIBUTE = KeyRing.class.getName();

  private final UUID accountId;
  private final byte[] publicKey;
  private final byte[] privateKey;
  private @Nullable HybridDecrypt opener;

  KeyRing(UUID accountId, byte[] publicKey, byte[] privateKey) throws GeneralSecurityException {
    this.accountId = accountId;
    this.publicKey = publicKey.clone();
    this.privateKey = privateKey.clone();
    this.opener = Hpke.from(publicKey, privateKey);
  }

  public UUID accountId() {
    return accountId;
  }

  /**
   * Opens what was sealed for this person.
   *
   * @param context the words that it was sealed with
   * @throws GeneralSecurityException if it was sealed for somebody else or with other words
   */
  public byte[] open(byte[] sealed, String context) throws GeneralSecurityException {
    HybridDecrypt present = opener;
    if (present == null) {
      throw new GeneralSecurityException("the session is over");
    }
    return present.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  /** For sealing it anew under another password; the caller empties the copy. */
  byte[] privateKey() {
    return privateKey.clone();
  }

  /** Lets the session hold this ring from now on. */
  void holdIn(HttpSession session) {
    session.setAttribute(ATTRIBUTE, this);
  }

  /** The session is over. */
  @Override
  public void valueUnbound(HttpSessionBindingEvent event) {
    close();
  }

  void close() {
    opener = null;
    Arrays.fill(privateKey, (byte) 0);
  }

  /** Never a key. */
  @Override
  public String toString() {
    return "KeyRing[%s]".formatted(accountId);
  }
}
