package org.tijian.gateway.bench;

import java.time.Duration;

/**
 * When everything acknowledged was stored.
 *
 * @param at of {@link System#nanoTime()}
 * @param sums the accounts at that moment
 */
record Settled(long at, Ledger.Sums sums) {
  private static final Duration LOOK = Duration.ofMillis(20);

  /** Without any progress for so long, nothing more will come. */
  private static final Duration STANDSTILL = Duration.ofSeconds(30);

  /** Waits until so many are stored, or nothing moves any more. */
  static Settled await(Ledger ledger, String prefix, long acknowledged, Sheet sheet)
      throws InterruptedException {
    Ledger.Sums sums = ledger.sums(prefix);
    long moved = System.nanoTime();
    long told = moved;
    while (sums.stored() < acknowledged) {
      Thread.sleep(LOOK.toMillis());
      Ledger.Sums now = ledger.sums(prefix);
      if (now.received() > sums.received()) {
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > STANDSTILL.toNanos()) {
        return new Settled(moved, now);
      }
      if (System.nanoTime() - told > Duration.ofSeconds(5).toNanos()) {
        told = System.nanoTime();
        sheet.progress("%,d of %,d stored".formatted(now.stored(), acknowledged));
      }
      sums = now;
    }
    return new Settled(System.nanoTime(), sums);
  }
}
