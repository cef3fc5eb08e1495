package org.tijian.gateway.bench;

/**
 * What server and database have used up to a moment, and hold at that moment.
 *
 * @param at of {@link System#nanoTime()}
 * @param databaseCpuMillis of all its processes, ended ones included
 * @param serverKib resident memory
 * @param databaseKib resident memory of all its processes, what they share counted once
 */
record Usage(
    long at, long serverCpuMillis, long databaseCpuMillis, long serverKib, long databaseKib) {

  /** CPU time since an earlier moment, in microseconds, divided among so many. */
  double cpuMicrosEach(Usage earlier, long number) {
    return 1000.0 * (cpuMillis() - earlier.cpuMillis()) / number;
  }

  private long cpuMillis() {
    return serverCpuMillis + databaseCpuMillis;
  }

  double serverMib() {
    return serverKib / 1024.0;
  }

  double databaseMib() {
    return databaseKib / 1024.0;
  }
}
