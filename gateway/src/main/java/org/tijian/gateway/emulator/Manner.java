package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Dialect.Cipher;
import org.tijian.analytics.site.Dialect.Edition;

/**
 * How a logger speaks and what is wrong with it.
 *
 * @param accessPassword PW of its frames, six characters
 * @param wantsAnswers whether its uploads ask for 9014 and are sent again without it
 * @param key SM4 key of 16 bytes for HJ 212-2025, or null for none
 * @param seed of the faults: the same seed spoils the same frames in the same way
 * @param cut when the line is cut, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Manner(
    Edition edition,
    String accessPassword,
    boolean wantsAnswers,
    Cipher cipher,
    byte @Nullable [] key,
    Set<Fault> faults,
    long seed,
    @Nullable Cut cut) {

  /** HJ 212-2017 as printed, nothing wrong. */
  static final Manner STANDARD =
      new Manner(
          Edition.E2017,
          EmulatedOutlet.ACCESS_PASSWORD,
          false,
          Cipher.NONE,
          null,
          Set.of(),
          0,
          null);

  Manner {
    faults = Set.copyOf(faults);
    if (!accessPassword.matches("[0-9A-Za-z]{6}")) {
      throw new IllegalArgumentException("the access password has six letters or digits");
    }
    if (key != null && key.length != 16) {
      throw new IllegalArgumentException("the key has 16 bytes, 32 hexadecimal digits");
    }
    if (cipher != Cipher.NONE && (key == null || edition != Edition.E2025)) {
      throw new IllegalArgumentException("a cipher wants a key and edition 2025");
    }
    if (faults.contains(Fault.GAP) && cut == null) {
      throw new IllegalArgumentException("the fault gap wants to know from when");
    }
  }

  boolean has(Fault fault) {
    return faults.contains(fault);
  }

  /** Whether what was kept during a cut is sent without being asked for (HJ 212-2025 8.2.2). */
  boolean resendsByItself() {
    return edition == Edition.E2025;
  }

  /** A stretch of time without a line: what falls into it is kept and not sent. */
  record Cut(Instant from, Duration length) {
    boolean covers(Instant at) {
      return !at.isBefore(from) && at.isBefore(until());
    }

    Instant until() {
      return from.plus(length);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "%s %s".formatted(edition, faults);
  }
}
