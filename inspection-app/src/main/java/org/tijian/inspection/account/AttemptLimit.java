package org.tijian.inspection.account;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.web.RefusedRequest;

/**
 * How often somebody may be wrong: so many times at once, and as many again evenly over a while.
 * Nobody is locked out for ever. Kept in memory, for those who were wrong most recently.
 */
public final class AttemptLimit {
  private static final int REMEMBERED = 10_000;

  private static final LocalName FAILED =
      new LocalName("登录失败次数过多，请 %d 秒后再试。", "Too many failed sign-ins. Try again in %d seconds.");

  private final int atOnce;
  private final Duration refill;
  private final LocalName says;
  private final Map<String, Bucket> buckets = newestOf(REMEMBERED);

  public AttemptLimit(int atOnce, Duration refill) {
    this(atOnce, refill, FAILED);
  }

  /**
   * @param says to whom it was too often; {@code %d} stands for the seconds to wait
   */
  public AttemptLimit(int atOnce, Duration refill, LocalName says) {
    this.atOnce = atOnce;
    this.refill = refill;
    this.says = says;
  }

  /**
   * Takes an attempt, before what was given is looked at.
   *
   * @throws RefusedRequest 429 if there were too many
   */
  public void take(String who) {
    ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      throw RefusedRequest.tooMany(
          new LocalName(says.zh().formatted(seconds), says.en().formatted(seconds)), seconds);
    }
  }

  /** Whoever was right has not used up an attempt. */
  public void giveBack(String who) {
    bucket(who).addTokens(1);
  }

  private Bucket bucket(String who) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          who,
          unknown ->
              Bucket.builder()
                  .addLimit(limit -> limit.capacity(atOnce).refillGreedy(atOnce, refill))
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
