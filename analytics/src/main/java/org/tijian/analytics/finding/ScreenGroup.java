package org.tijian.analytics.finding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Screens that look at the same thing in different ways. Two that see something in one group are
 * one sign; in two groups at the same time they are two, and worth checking first.
 */
enum ScreenGroup {
  SIGNAL,
  LIMIT,
  OXYGEN,
  PROCESS,
  EVENT,
  GEOMETRY,
  CONSISTENCY,
  MARK;

  private static final Map<String, ScreenGroup> BY_CHECK =
      Map.ofEntries(
          Map.entry("screen-constant", SIGNAL),
          Map.entry("screen-narrow", SIGNAL),
          Map.entry("screen-jitter", SIGNAL),
          Map.entry("screen-range-top", SIGNAL),
          Map.entry("screen-range-bottom", SIGNAL),
          Map.entry("screen-limit-density", LIMIT),
          Map.entry("screen-oxygen-high", OXYGEN),
          Map.entry("screen-oxygen-air", OXYGEN),
          Map.entry("screen-not-converted", OXYGEN),
          Map.entry("screen-excess-air", OXYGEN),
          Map.entry("screen-temperature", PROCESS),
          Map.entry("screen-decoupled", PROCESS),
          Map.entry("screen-start", PROCESS),
          Map.entry("screen-step", EVENT),
          Map.entry("screen-factor-single", EVENT),
          Map.entry("screen-factor-sum", EVENT),
          Map.entry("screen-marks-share", MARK),
          Map.entry("screen-marks-after-peaks", MARK),
          Map.entry("screen-flow-fuel", GEOMETRY),
          Map.entry("screen-flow-section", GEOMETRY),
          Map.entry("screen-converted", CONSISTENCY),
          Map.entry("screen-hour-mean", CONSISTENCY),
          Map.entry("screen-stopped-running", MARK),
          Map.entry("screen-unmarked-gap", MARK));

  private static Optional<ScreenGroup> of(Finding finding) {
    return finding.details().kind() == Kind.SUSPECTED
        ? Optional.ofNullable(BY_CHECK.get(finding.rule().check()))
        : Optional.empty();
  }

  /** Whether a screen of another group saw something at the same time. */
  static boolean speakTogether(Finding head, List<Finding> broken) {
    Optional<ScreenGroup> own = of(head);
    return own.isPresent()
        && broken.stream()
            .anyMatch(
                other ->
                    of(other).filter(group -> group != own.get()).isPresent()
                        && meet(head.details().stretches(), other.details().stretches()));
  }

  private static boolean meet(List<Stretch> some, List<Stretch> others) {
    return some.stream()
        .anyMatch(
            one ->
                others.stream()
                    .anyMatch(
                        other ->
                            isBefore(one.from(), other.until())
                                && isBefore(other.from(), one.until())));
  }

  private static boolean isBefore(Instant one, Instant other) {
    return one.isBefore(other);
  }
}
