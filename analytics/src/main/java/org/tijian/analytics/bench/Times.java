package org.tijian.analytics.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** How long something took, run after run. */
final class Times {
  private static final int WARM_UP = 20;

  private final double[] millis;

  private Times(double[] millis) {
    this.millis = millis;
  }

  /** Runs it some times unmeasured, then so many times measured. */
  static Times of(int runs, IntConsumer run) {
    for (int i = 0; i < Math.min(WARM_UP, runs); i++) {
      run.accept(i);
    }
    double[] millis = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      run.accept(i);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return new Times(millis);
  }

  double percentile(int percent) {
    return millis[Math.min(millis.length - 1, millis.length * percent / 100)];
  }

  @Override
  public String toString() {
    return "p50 %.1f ms, p95 %.1f ms (%d runs)"
        .formatted(percentile(50), percentile(95), millis.length);
  }
}
