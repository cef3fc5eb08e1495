package org.tijian.gateway.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What will be done in a run, drawn from its seed: faults of different victims, which begin one
 * after the other and end in any order.
 *
 * @param calm before the first fault
 * @param gaps before each further beginning or end
 */
record Plan(List<Fault> faults, List<Fault> ends, Duration calm, List<Duration> gaps) {
  private static final int MOST_FAULTS = 3;
  private static final Duration CALM = Duration.ofMillis(300);

  Plan {
    faults = List.copyOf(faults);
    ends = List.copyOf(ends);
    gaps = List.copyOf(gaps);
  }

  /**
   * @param possible to choose from
   * @param shortest of the pauses between two steps
   * @param longest of the pauses between two steps
   */
  static Plan draw(Random random, Set<Fault> possible, Duration shortest, Duration longest) {
    List<Fault> shuffled = new ArrayList<>(possible);
    Collections.shuffle(shuffled, random);
    Set<Fault.Victim> hurt = EnumSet.noneOf(Fault.Victim.class);
    int wanted = 1 + random.nextInt(MOST_FAULTS);
    List<Fault> faults =
        shuffled.stream().filter(fault -> hurt.add(fault.victim())).limit(wanted).toList();
    return of(random, faults, shortest, longest);
  }

  /** Those faults, at moments that are drawn. */
  static Plan of(Random random, List<Fault> faults, Duration shortest, Duration longest) {
    List<Fault> ends = new ArrayList<>(faults);
    Collections.shuffle(ends, random);
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < 2 * faults.size(); i++) {
      gaps.add(between(random, shortest, longest));
    }
    return new Plan(
        faults, ends, CALM.plus(between(random, Duration.ZERO, longest.minus(shortest))), gaps);
  }

  private static Duration between(Random random, Duration shortest, Duration longest) {
    return shortest.plusMillis(random.nextInt((int) longest.minus(shortest).toMillis() + 1));
  }

  /** Faults in the order in which they begin. */
  String words() {
    return faults.stream().map(Fault::word).collect(Collectors.joining("+"));
  }
}
