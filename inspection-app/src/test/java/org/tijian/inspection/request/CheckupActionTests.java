package org.tijian.inspection.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tijian.inspection.account.Role;

/** The whole table: every action by every role from every state, against a list written by hand. */
class CheckupActionTests {
  private static final String ALLOWED =
      """
      Requested   withdraw       director  -> Withdrawn
      Accepted    withdraw       director  -> Withdrawn
      Scheduled   withdraw       director  -> Withdrawn
      InProgress  withdraw       director  -> Withdrawn
      Paused      withdraw       director  -> Withdrawn
      Requested   accept         office    -> Accepted
      Accepted    schedule       office    -> Scheduled
      Scheduled   reschedule     office    -> Scheduled
      Scheduled   refuse-expert  director  -> Accepted
      Scheduled   start          expert    -> InProgress
      InProgress  close-meeting  expert    -> Closing
      Closing     receive        director  -> Closed
      """;

  @ParameterizedTest(name = "{0}: {1} by {2}")
  @MethodSource("everyCombination")
  void allowsWhatTheTableSaysAndNothingElse(CheckupState state, CheckupAction action, Role role) {
    String step = "%s %s %s -> ".formatted(state.word(), action.word(), role.word());

    boolean allowed = action.belongsTo(role) && action.leadsFrom(state);

    assertThat(allowed).isEqualTo(steps().anyMatch(line -> line.startsWith(step)));
    if (allowed) {
      assertThat(steps()).contains(step + action.to().word());
    }
  }

  @Test
  void everyStateButTheThreeEndsHasAWayOn() {
    assertThat(CheckupState.values())
        .filteredOn(
            state -> Arrays.stream(CheckupAction.values()).noneMatch(a -> a.leadsFrom(state)))
        .containsExactly(CheckupState.CLOSED, CheckupState.WITHDRAWN, CheckupState.EXCLUDED);
  }

  private static Stream<String> steps() {
    return ALLOWED.lines().map(line -> line.strip().replaceAll(" +", " "));
  }

  static Stream<Arguments> everyCombination() {
    return Arrays.stream(CheckupState.values())
        .flatMap(
            state ->
                Arrays.stream(CheckupAction.values())
                    .flatMap(
                        action ->
                            Arrays.stream(Role.values())
                                .map(role -> Arguments.of(state, action, role))));
  }
}
