package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;

/**
 * Everybody on every route in every state, through the real security, against a table written by
 * hand. A refusal tells nothing of what was found.
 */
@CheckupServer
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTests {
  private static final String SECRET = "针对性标识-4711";
  private static final List<String> STATES =
      List.of(
          "Requested",
          "Accepted",
          "Scheduled",
          "InProgress",
          "Closing",
          "Closed",
          "Withdrawn",
          "Paused",
          "Excluded");

  /** Expected status per state in the order of {@link #STATES}. */
  private static final String TABLE =
      """
      director          see      200 200 200 200 200 200 200 200 200
      director          visit    403 403 403 200 200 200 403 200 200
      director          report   403 403 403 403 200 200 403 403 403
      director          access   200 200 200 200 200 200 200 200 200
      director          answers  403 403 403 403 403 403 403 403 403
      director          advice   403 403 403 403 403 403 403 403 403
      expert            see      403 403 200 200 200 200 200 200 200
      expert            visit    403 403 200 200 200 403 403 403 403
      expert            report   403 403 403 403 200 403 403 403 403
      expert            access   403 403 403 403 403 403 403 403 403
      expert            answers  403 403 409 200 409 409 409 409 409
      expert            advice   403 403 409 200 409 409 409 409 409
      office            see      200 200 200 200 200 200 200 200 200
      office            visit    403 403 403 403 403 403 403 403 403
      office            report   403 403 403 403 403 403 403 403 403
      office            access   403 403 403 403 403 403 403 403 403
      office            answers  403 403 403 403 403 403 403 403 403
      office            advice   403 403 403 403 403 403 403 403 403
      gatekeeper        see      200 200 200 200 200 200 200 200 200
      gatekeeper        visit    403 403 403 403 403 403 403 403 403
      gatekeeper        report   403 403 403 403 403 403 403 403 403
      gatekeeper        access   403 403 403 403 403 403 403 403 403
      gatekeeper        answers  403 403 403 403 403 403 403 403 403
      gatekeeper        advice   403 403 403 403 403 403 403 403 403
      foreign-director  see      403 403 403 403 403 403 403 403 403
      foreign-director  visit    403 403 403 403 403 403 403 403 403
      foreign-director  report   403 403 403 403 403 403 403 403 403
      foreign-director  access   403 403 403 403 403 403 403 403 403
      foreign-director  answers  403 403 403 403 403 403 403 403 403
      foreign-director  advice   403 403 403 403 403 403 403 403 403
      other-expert      see      403 403 403 403 403 403 403 403 403
      other-expert      visit    403 403 403 403 403 403 403 403 403
      other-expert      report   403 403 403 403 403 403 403 403 403
      other-expert      access   403 403 403 403 403 403 403 403 403
      other-expert      answers  403 403 403 403 403 403 403 403 403
      other-expert      advice   403 403 403 403 403 403 403 403 403
      """;

  @Autowired private CheckupWorld world;
  private final Map<String, UUID> checkups = new HashMap<>();

  /** One cell of the table. */
  record Cell(String who, String route, String state, int expected) {
    @Override
    public String toString() {
      return "%s %s in %s: %d".formatted(who, route, state, expected);
    }
  }

  @BeforeAll
  void oneCheckupInEveryState() {
    checkups.put("Requested", world.requested());
    checkups.put("Accepted", world.accepted());
    checkups.put("Scheduled", world.scheduled(world.expert));
    checkups.put("InProgress", visited());
    checkups.put("Closing", world.step(visited(), world.expert, "close-meeting", "{}"));
    UUID closing = world.step(visited(), world.expert, "close-meeting", "{}");
    checkups.put("Closed", world.step(closing, world.director, "receive", "{}"));
    checkups.put("Withdrawn", world.step(visited(), world.director, "withdraw", "{}"));
    checkups.put("Paused", world.paused(visited(), "outside-programme"));
    checkups.put("Excluded", world.excluded(visited()));
  }

  private UUID visited() {
    UUID id = world.inProgress(world.expert);
    write(world.expert, id, "answers").ok();
    write(world.expert, id, "advice").ok();
    return id;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void answersAsTheTableSays(Cell cell, CapturedOutput output) {
    CheckupWorld.Answer answer = ask(account(cell.who()), checkup(cell), cell.route());

    assertThat(answer.status()).isEqualTo(cell.expected());
    if (cell.expected() != 200 || cell.route().equals("see")) {
      assertThat(answer.body()).doesNotContain(SECRET);
    }
    assertThat(output).doesNotContain(SECRET);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void thePagesThatMayBeOpenedAreThoseThatOpen(Cell cell) {
    if (!List.of("visit", "report").contains(cell.route())) {
      return;
    }
    CheckupWorld.Answer seen = ask(account(cell.who()), checkup(cell), "see");
    if (seen.status() == 200) {
      assertThat(seen.tree().path("may").toString().contains("\"" + cell.route() + "\""))
          .isEqualTo(cell.expected() == 200);
    }
  }

  @Test
  void anUnknownCheckupIsRefusedLikeAForeignOne() {
    UUID foreign = checkups.get("Closing");
    for (String route : List.of("see", "visit", "report", "access", "answers", "advice")) {
      CheckupWorld.Answer unknown = ask(world.foreignDirector, UUID.randomUUID(), route);

      assertThat(unknown.body()).isEqualTo(ask(world.foreignDirector, foreign, route).body());
      assertThat(unknown.status()).isEqualTo(403);
    }
  }

  @Test
  void theOfficesListShowsNothingOfWhatWasFound() {
    assertThat(world.get(world.office, "/api/checkups").ok().body()).doesNotContain(SECRET);
    assertThat(world.get(world.office, "/api/experts").ok().body()).doesNotContain(SECRET);
  }

  @Test
  void theOfficeSeesNoReadingsAndNoSelfCheck() {
    String outlet = "/api/outlets/" + world.outlet.id();

    assertThat(world.get(world.office, outlet + "/self-check").status()).isEqualTo(403);
    assertThat(world.get(world.office, outlet).status()).isEqualTo(403);
  }

  @Test
  void noStepIsOpenToAnybodyElseInAnyState() {
    for (String state : STATES) {
      for (Account stranger : List.of(world.foreignDirector, world.otherExpert)) {
        for (String step :
            List.of(
                "withdraw",
                "accept",
                "start",
                "close-meeting",
                "receive",
                "pause/acted",
                "pause/resume",
                "pause/heard")) {
          assertThat(world.post(stranger, path(checkups.get(state), step), "{}").status())
              .as("%s %s in %s", stranger.username(), step, state)
              .isEqualTo(403);
        }
      }
    }
  }

  private UUID checkup(Cell cell) {
    return checkups.get(cell.state());
  }

  private Account account(String who) {
    return List.of(
            world.director,
            world.expert,
            world.office,
            world.gatekeeper,
            world.foreignDirector,
            world.otherExpert)
        .stream()
        .filter(account -> account.username().equals(who))
        .findFirst()
        .orElseThrow();
  }

  private CheckupWorld.Answer ask(Account account, UUID id, String route) {
    return switch (route) {
      case "answers", "advice" -> write(account, id, route);
      case "see" -> world.get(account, path(id, ""));
      default -> world.get(account, path(id, route));
    };
  }

  private CheckupWorld.Answer write(Account account, UUID id, String route) {
    String body =
        route.equals("answers")
            ? CheckupWorld.answer("S06", "improvement", SECRET)
            : CheckupWorld.advice(SECRET, SECRET);
    return world.post(account, path(id, "visit/" + route), body);
  }

  static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    TABLE
        .lines()
        .map(line -> line.strip().split(" +"))
        .forEach(
            words -> {
              for (int i = 0; i < STATES.size(); i++) {
                cells.add(
                    new Cell(words[0], words[1], STATES.get(i), Integer.parseInt(words[i + 2])));
              }
            });
    return cells;
  }
}
