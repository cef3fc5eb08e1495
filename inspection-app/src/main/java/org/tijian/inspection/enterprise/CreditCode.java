package org.tijian.inspection.enterprise;

import java.util.Locale;

/**
 * Unified social credit code (统一社会信用代码) of GB 32100-2015: 17 characters and a check character. The
 * letters I, O, S, V and Z do not occur. A weight of 3^(i-1) mod 31 stands at place i; the check
 * character brings the weighted sum to a multiple of 31. Taken from secondary sources; the standard
 * itself was not read.
 */
final class CreditCode {
  static final int LENGTH = 18;

  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int MODULUS = CHARACTERS.length();
  private static final int BASE = 3;

  private CreditCode() {}

  /** As people type it: in any case, with spaces. */
  static String normal(String typed) {
    return typed.replaceAll("[\\s\u3000-]", "").toUpperCase(Locale.ROOT);
  }

  /** Whether it has the right length and characters; the check character apart. */
  static boolean isWellFormed(String code) {
    return code.length() == LENGTH && code.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0);
  }

  static boolean hasRightCheck(String code) {
    return code.charAt(LENGTH - 1) == check(code);
  }

  private static char check(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
      weight = weight * BASE % MODULUS;
    }
    return CHARACTERS.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }
}
