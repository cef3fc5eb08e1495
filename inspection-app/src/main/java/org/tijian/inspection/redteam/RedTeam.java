package org.tijian.inspection.redteam;

import java.util.List;
import java.util.stream.Stream;

/**
 * All attempts, in the order in which they are made: destruction and time that goes by come last.
 */
final class RedTeam {
  static final List<Attempt> ATTEMPTS =
      Stream.of(
              WireAttempts.ALL,
              SessionAttempts.ALL,
              PeopleAttempts.ALL,
              RecordAttempts.ALL,
              DatabaseAttempts.ALL)
          .flatMap(List::stream)
          .toList();

  private RedTeam() {}

  /** What came of one attempt. */
  record Result(Attempt attempt, Outcome outcome) {}

  static List<Result> run(Target target) {
    return ATTEMPTS.stream().map(attempt -> new Result(attempt, attempt.on(target))).toList();
  }

  static Attempt named(String id) {
    return ATTEMPTS.stream().filter(attempt -> attempt.id().equals(id)).findFirst().orElseThrow();
  }
}
