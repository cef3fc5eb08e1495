package org.tijian.analytics.reading;

import org.jspecify.annotations.Nullable;

/** What the codec and the normaliser made of a frame; decides where it is kept, never whether. */
public sealed interface FrameVerdict {

  /** Short word kept with the frame: {@code readings}, {@code noted} or {@code refused}. */
  String word();

  /** Carries readings of an outlet. */
  record Readings(PeriodReadings readings) implements FrameVerdict {
    @Override
    public String word() {
      return "readings";
    }
  }

  /** Well formed, but says nothing about a measured value (an answer, a heartbeat, a notice). */
  record Noted() implements FrameVerdict {
    @Override
    public String word() {
      return "noted";
    }
  }

  /**
   * Could not be read; waits in quarantine (隔离区).
   *
   * @param code stable code, for example {@code crc-mismatch}
   * @param declared what the frame says of itself, or null
   * @param found what was found instead, or null
   * @param offset byte at which reading stopped, from the first byte of the frame
   */
  record Refused(String code, @Nullable String declared, @Nullable String found, int offset)
      implements FrameVerdict {
    @Override
    public String word() {
      return "refused";
    }
  }
}
