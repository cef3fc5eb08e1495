package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.confirmation.Confirmations;
import org.tijian.analytics.standard.Confirmation;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

/** A rule that nobody had read counts in the self-check once somebody looked it up. */
@CheckupServer
class ConfirmedRuleTests {
  private static final String RULE = "hj75-2017.online-rate";

  @Autowired private CheckupWorld world;
  @Autowired private Confirmations confirmations;
  @Autowired private SelfChecks selfChecks;
  @Autowired private Clock clock;

  @Test
  void weighsAsAFindingFromTheConfirmationUntilItIsWithdrawn() {
    assertThat(finding().path("weight").asString()).isEqualTo("hint");
    assertThat(finding().path("rule").path("confirmed").isNull()).isTrue();

    Instant now = clock.instant();
    confirmations.confirm(new Confirmation(RULE, "2017", "office-1", now, "X.1", "17"));

    assertThat(finding().path("weight").asString()).isEqualTo("finding");
    assertThat(finding().path("rule").path("provenance").asString()).isEqualTo("unverified");
    assertThat(finding().path("rule").path("confirmed").path("page").asString()).isEqualTo("17");

    confirmations.withdraw(RULE, "2017", "office-1", now);

    assertThat(finding().path("weight").asString()).isEqualTo("hint");
  }

  private JsonNode finding() {
    selfChecks.forget(world.outlet.id());
    JsonNode check =
        world.get(world.director, "/api/outlets/%d/self-check".formatted(world.outlet.id())).tree();
    for (JsonNode finding : check.path("findings")) {
      if (finding.path("code").asString().equals(RULE)) {
        return finding;
      }
    }
    throw new AssertionError(RULE + " is not judged");
  }
}
