package org.tijian.gateway.bench;

/**
 * Durations in buckets of at most a sixteenth of their size: any number of them in constant memory.
 * Safe to share.
 */
final class Latencies {
  private static final int FINE = 16;
  private static final int FINE_BITS = 4;

  private final long[] buckets = new long[64 * FINE];
  private long count;
  private long most;

  synchronized void add(long nanos) {
    long size = Math.max(0, nanos);
    buckets[bucket(size)]++;
    count++;
    most = Math.max(most, size);
  }

  private static int bucket(long size) {
    if (size < FINE) {
      return (int) size;
    }
    int shift = 63 - Long.numberOfLeadingZeros(size) - FINE_BITS;
    return (shift << FINE_BITS) + (int) (size >> shift);
  }

  private static long upperEnd(int bucket) {
    if (bucket < FINE) {
      return bucket;
    }
    int shift = (bucket >> FINE_BITS) - 1;
    long within = (bucket & (FINE - 1)) + FINE;
    return ((within + 1) << shift) - 1;
  }

  synchronized long count() {
    return count;
  }

  /**
   * The duration that the given share of all do not exceed, in milliseconds; NaN without any.
   *
   * @param share above 0, at most 1; 1 is the longest, exactly
   */
  synchronized double millis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    if (share >= 1) {
      return most / 1e6;
    }
    long rank = (long) Math.ceil(share * count);
    long seen = 0;
    for (int i = 0; i < buckets.length; i++) {
      seen += buckets[i];
      if (seen >= rank) {
        return Math.min(upperEnd(i), most) / 1e6;
      }
    }
    return most / 1e6;
  }
}
