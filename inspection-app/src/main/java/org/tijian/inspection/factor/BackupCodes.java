package org.tijian.inspection.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Codes for the day when the phone is gone: 60 random bits each, in letters that are not mistaken
 * for one another.
 */
final class BackupCodes {
  static final int HOW_MANY = 10;
  static final int LENGTH = 12;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private BackupCodes() {}

  static List<String> fresh() {
    return Stream.generate(BackupCodes::one).distinct().limit(HOW_MANY).toList();
  }

  private static String one() {
    StringBuilder code = new StringBuilder(LENGTH);
    RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(letter -> code.append(LETTERS.charAt(letter)));
    return code.toString();
  }

  /** As a person copies it from paper. */
  static String shown(String code) {
    return String.join("-", code.substring(0, 4), code.substring(4, 8), code.substring(8));
  }

  /** Without the spaces, dashes and small letters that people type. */
  static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
