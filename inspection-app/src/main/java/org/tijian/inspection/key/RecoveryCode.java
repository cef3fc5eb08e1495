package org.tijian.inspection.key;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * A code to be written down on paper: 28 characters of Crockford's base 32, which is 140 random
 * bits. No list of likely ones exists, so that its key needs no costly derivation.
 */
final class RecoveryCode {
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 28;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCode() {}

  /** For example {@code 7K2M-...}: seven groups of four. */
  static String random() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /**
   * What a person typed, as bytes: case, spaces and dashes do not matter, nor do letters that look
   * like digits.
   */
  static byte[] secret(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1')
        .replaceAll("[^0-9A-Z]", "")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
