package org.tijian.inspection.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** A password that is told once, to whoever brings a person in. */
public final class FirstPassword {
  /** Without letters and digits that look alike: people copy it from a screen. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int LENGTH = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FirstPassword() {}

  public static String random() {
    return random(LENGTH);
  }

  /**
   * @param length in characters, of about five bits each
   */
  public static String random(int length) {
    return RANDOM
        .ints(length, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
