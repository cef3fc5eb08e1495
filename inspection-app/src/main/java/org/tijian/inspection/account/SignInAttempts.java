package org.tijian.inspection.account;

import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tijian.inspection.web.RefusedRequest;

/**
 * How often a sign-in may fail: per username, so that nobody's password is guessed from many
 * places, and per address, so that one place does not guess many people's.
 */
@Component
class SignInAttempts {
  static final int PER_USERNAME = 10;
  static final int PER_ADDRESS = 40;
  private static final Duration REFILL = Duration.ofMinutes(10);

  private final AttemptLimit usernames = new AttemptLimit(PER_USERNAME, REFILL);
  private final AttemptLimit addresses = new AttemptLimit(PER_ADDRESS, REFILL);

  /**
   * Takes an attempt, before the password is looked at.
   *
   * @throws RefusedRequest if there were too many
   */
  void take(String username, String address) {
    addresses.take(address);
    usernames.take(key(username));
  }

  /** A sign-in that succeeded does not count. */
  void giveBack(String username, String address) {
    addresses.giveBack(address);
    usernames.giveBack(key(username));
  }

  private static String key(String username) {
    return username.toLowerCase(Locale.ROOT);
  }
}
