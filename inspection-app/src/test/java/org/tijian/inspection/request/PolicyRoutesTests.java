package org.tijian.inspection.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

@CheckupServer
class PolicyRoutesTests {
  @Autowired private CheckupWorld world;

  @Test
  void everybodyReadsEveryVersionNewestFirst() {
    JsonNode policies = world.get(world.office, "/api/policies").ok().tree();

    assertThat(policies.valueStream().map(each -> each.path("version").asString()))
        .startsWith("2026-4", "2026-3", "2026-2", "2026-1");
    assertThat(policies.path(0).path("numbers").path("hearingWithinHours").asInt()).isEqualTo(72);
    assertThat(policies.path(0).path("policySha256").asString()).hasSize(64);
  }

  /** Whoever changes the table in the program gives the rules a new version. */
  @Test
  void theNewestVersionReadsAsTheProgramDecides() throws IOException {
    Map<String, Map<Right, List<String>>> readers = Policies.builtIn().current().policy().readers();

    for (Role role : Role.values()) {
      for (Right right : Right.values()) {
        assertThat(readers.get(role.word()).getOrDefault(right, List.of()))
            .as("%s %s", role, right)
            .containsExactlyInAnyOrderElementsOf(
                Arrays.stream(CheckupState.values())
                    .filter(state -> AccessMatrix.allows(role, right, state))
                    .map(CheckupState::word)
                    .toList());
      }
    }
  }

  /** T-42: the row of an expert who has not signed is a row of the rules as well. */
  @Test
  void theNewestVersionSaysWhatIsOpenBeforeThePledge() throws IOException {
    Map<Right, List<String>> before =
        Policies.builtIn().current().policy().readers().get("expert-before-pledge");

    for (Right right : Right.values()) {
      assertThat(before.getOrDefault(right, List.of()))
          .as("%s before the pledge", right)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(CheckupState.values())
                  .filter(state -> AccessMatrix.allowsBeforePledge(right, state))
                  .map(CheckupState::word)
                  .toList());
    }
  }

  @Test
  void tellsWhatAVersionChanged() {
    JsonNode changes =
        world.get(world.director, "/api/policies/2026-2/changes").ok().tree().path("zh");

    assertThat(changes.toString())
        .contains("本次体检专用的密钥加密")
        .contains("\"kind\":\"same\"")
        .contains("\"kind\":\"changed\"");
    assertThat(world.get(world.director, "/api/policies/2026-1/changes").code())
        .isEqualTo("no-earlier-version");
    assertThat(world.get(world.director, "/api/policies/nothing/changes").status()).isEqualTo(404);
  }
}
