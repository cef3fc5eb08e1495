package org.tijian.gateway.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Remembers what was there before, by 64 bits of it, and forgets the oldest of very many. */
final class Seen {
  private static final int MOST = 200_000;
  private static final long FIRST = 1_125_899_906_842_597L;

  private final Set<Long> hashes = new LinkedHashSet<>();

  /** Whether it was not there before. */
  boolean add(byte[] bytes) {
    boolean fresh = hashes.add(hash(bytes));
    if (hashes.size() > MOST) {
      Iterator<Long> oldest = hashes.iterator();
      oldest.next();
      oldest.remove();
    }
    return fresh;
  }

  boolean add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  private static long hash(byte[] bytes) {
    long hash = FIRST;
    for (byte b : bytes) {
      hash = 31 * hash + b;
    }
    return hash;
  }
}
