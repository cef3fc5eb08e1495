package org.tijian.inspection.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

@CheckupServer
class ReportTests {
  @Autowired private CheckupWorld world;

  @Test
  void holdsAnswersAdviceAndTheSelfCheckOfEveryOutletWithItsWorking() {
    Account expert = world.newExpert();
    JsonNode report = world.get(world.director, path(closing(expert), "report")).ok().tree();

    assertThat(report.path("checkup").path("state").asString()).isEqualTo("Closing");
    assertThat(report.path("notice").path("zh").asString()).contains("自愿");
    assertThat(report.path("preparedAt").asString()).isEqualTo("2026-11-23T02:00:00Z");
    assertThat(report.path("items").findValuesAsString("note")).containsExactly("探头不加热");
    assertThat(report.path("advice").path(0).path("title").asString()).isEqualTo("修复加热器");
    JsonNode check = report.path("selfChecks").path(0);
    assertThat(check.path("outletId").asLong()).isEqualTo(world.outlet.id());
    assertThat(check.path("findings")).isNotEmpty();
    assertThat(check.path("findings").path(0).path("rule").path("standard").asString())
        .isNotBlank();
  }

  @Test
  void isTheSameForDirectorAndExpertAndStaysTheSame() {
    Account expert = world.newExpert();
    UUID id = closing(expert);
    JsonNode forDirector = world.get(world.director, path(id, "report")).ok().tree();
    JsonNode forExpert = world.get(expert, path(id, "report")).ok().tree();

    world.step(id, world.director, "receive", "{}");
    JsonNode later = world.get(world.director, path(id, "report")).ok().tree();

    for (String part : new String[] {"notice", "preparedAt", "items", "advice", "selfChecks"}) {
      assertThat(forExpert.path(part)).isEqualTo(forDirector.path(part));
      assertThat(later.path(part)).isEqualTo(forDirector.path(part));
    }
  }

  @Test
  void everythingTakenWhileTheMeetingClosesStandsInTheReport() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);

    List<CheckupWorld.Answer> answers =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(
                i ->
                    i == 12
                        ? world.post(expert, path(id, "close-meeting"), "{}")
                        : world.post(
                            expert, path(id, "visit/advice"), CheckupWorld.advice("n" + i, "x")))
            .toList();

    assertThat(answers).extracting(CheckupWorld.Answer::status).containsOnly(200, 409);
    assertThat(answers.get(12).status()).isEqualTo(200);
    List<String> taken =
        answers.stream()
            .filter(answer -> answer.status() == 200)
            .map(answer -> answer.tree().path("title").asString())
            .filter(title -> title.startsWith("n"))
            .toList();
    JsonNode report = world.get(world.director, path(id, "report")).ok().tree();
    assertThat(report.path("advice").findValuesAsString("title"))
        .containsExactlyInAnyOrderElementsOf(taken);
  }

  private UUID closing(Account expert) {
    UUID id = world.inProgress(expert);
    world
        .post(
            expert,
            path(id, "visit/answers"),
            CheckupWorld.answer("S06", "suspected-problem", "探头不加热"))
        .ok();
    world.post(expert, path(id, "visit/advice"), CheckupWorld.advice("修复加热器", "并设置报警")).ok();
    return world.step(id, expert, "close-meeting", "{}");
  }
}
