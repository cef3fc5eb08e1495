package org.tijian.inspection.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tijian.analytics.site.LocalName;

/**
 * The rules of the check-up as the enterprise accepts them, and the notice that stands on every
 * report.
 *
 * @param text whole text, to the letter
 */
public record Terms(String version, LocalName text, LocalName notice) {

  /** SHA-256 of the UTF-8 bytes of each language's text, in hex. */
  public LocalName sha256() {
    return new LocalName(sha256(text.zh()), sha256(text.en()));
  }

  /** SHA-256 of the UTF-8 bytes, in hex. */
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
