package org.tijian.analytics.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** How long something took, run after run, and the reader's own share of the processor. */
final class Times {
  private static final int WARM_UP = 20;

  private final double[] millis;
  private final double cpuMillis;

  private Times(double[] millis, double cpuMillis) {
    this.millis = millis;
    this.cpuMillis = cpuMillis;
  }

  /** Runs it some times unmeasured, then so many times measured. */
  static Times of(int runs, IntConsumer run) {
    for (int i = 0; i < Math.min(WARM_UP, runs / 3); i++) {
      run.accept(i);
    }
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    double[] millis = new double[runs];
    long cpu = thread.getCurrentThreadCpuTime();
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      run.accept(i);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    double cpuMillis = (thread.getCurrentThreadCpuTime() - cpu) / 1e6 / runs;
    Arrays.sort(millis);
    return new Times(millis, cpuMillis);
  }

  /** Processor time of this thread so far. */
  static double ownCpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  double percentile(int percent) {
    return millis[Math.min(millis.length - 1, millis.length * percent / 100)];
  }

  @Override
  public String toString() {
    return "p50 %.1f ms, p95 %.1f ms, own CPU %.1f ms (%d runs)"
        .formatted(percentile(50), percentile(95), cpuMillis, millis.length);
  }
}
