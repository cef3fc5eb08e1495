package org.tijian.inspection.account;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
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
  private static final int REMEMBERED = 10_000;

  private final Map<String, Bucket> usernames = newestOf(REMEMBERED);
  private final Map<String, Bucket> addresses = newestOf(REMEMBERED);

  /**
   * Takes an attempt, before the password is looked at.
   *
   * @throws RefusedRequest if there were too many
   */
  void take(String username, String address) {
    take(addresses, address, PER_ADDRESS);
    take(usernames, key(username), PER_USERNAME);
  }

  /** A sign-in that succeeded does not count. */
  void giveBack(String username, String address) {
    bucket(addresses, address, PER_ADDRESS).addTokens(1);
    bucket(usernames, key(username), PER_USERNAME).addTokens(1);
  }

  private static String key(String username) {
    return username.toLowerCase(Locale.ROOT);
  }

  private static void take(Map<String, Bucket> buckets, String key, int capacity) {
    ConsumptionProbe probe = bucket(buckets, key, capacity).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      throw RefusedRequest.tooMany(
          new LocalName(
              "登录失败次数过多，请 %d 秒后再试。".formatted(seconds),
              "Too many failed sign-ins. Try again in %d seconds.".formatted(seconds)),
          seconds);
    }
  }

  private static Bucket bucket(Map<String, Bucket> buckets, String key, int capacity) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          key,
          unknown ->
              Bucket.builder()
                  .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, REFILL))
                  .build());
    }
  }

  private static Map<String, Bucket> newestOf(int atMost) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
        return size() > atMost;
      }
    };
  }
}
