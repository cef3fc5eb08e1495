package org.tijian.gateway.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Remembers what was there before, by 64 bits of it, and forgets the oldest of very many. */
final class Seen {
  private static final int MOST = 200_000;

  /** Of the hash FNV-1a for 64 bits, as is the prime. */
  private static final long FIRST = 0xCBF29CE484222325L;

  private static final long PRIME = 0x100000001B3L;

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
      hash = (hash ^ (b & 0xFF)) * PRIME;
    }
    return hash;
  }
}
