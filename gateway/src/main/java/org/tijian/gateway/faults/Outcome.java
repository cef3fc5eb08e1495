package org.tijian.gateway.faults;

import java.util.List;
import java.util.Locale;

/**
 * What came out of a run.
 *
 * @param sent sendings of frames, repeats included
 * @param acknowledged different frames that were acknowledged
 * @param stored periods that are stored
 * @param lost frames that were acknowledged and are not stored, or not with their own value
 * @param lostByBroker frames that a broker that was killed acknowledged and has not handed to the
 *     gateway: its loss, not ours, or late
 * @param twice periods that are stored or shown more than once
 * @param drainSeconds from the end of the faults until all was acknowledged and stored
 * @param complaints what else is not as it must be; empty in a good run
 */
record Outcome(
    long seed,
    String faults,
    long sent,
    long acknowledged,
    long stored,
    long lost,
    long lostByBroker,
    long twice,
    double drainSeconds,
    double seconds,
    List<String> complaints) {

  Outcome {
    complaints = List.copyOf(complaints);
  }

  /** A run that could not be carried out to its end; nothing was counted. */
  static Outcome brokenOff(long seed, String faults, String why) {
    return new Outcome(
        seed, faults, 0, 0, 0, 0, 0, 0, 0, 0, List.of("broken off, nothing counted: " + why));
  }

  boolean isGood() {
    return lost == 0 && twice == 0 && complaints.isEmpty();
  }

  String line() {
    String line =
        String.format(
            Locale.ROOT,
            "seed %d  %-58s sent %6d  acknowledged %6d  stored %6d  lost %d  twice %d"
                + "  drained in %.1f s  %.1f s",
            seed,
            faults,
            sent,
            acknowledged,
            stored,
            lost,
            twice,
            drainSeconds,
            seconds);
    if (lostByBroker > 0) {
      line += "  (not handed on by the broker that was killed: " + lostByBroker + ")";
    }
    return complaints.isEmpty() ? line : line + "  NOT GOOD: " + String.join("; ", complaints);
  }
}
