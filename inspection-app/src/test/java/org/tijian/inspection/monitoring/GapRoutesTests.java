package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.gap.GapBook;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

@CheckupServer
class GapRoutesTests {
  private static final String MN = "GAPROUTES000000000000001";

  @Autowired private CheckupWorld world;
  @Autowired private SiteRegister register;
  @Autowired private GapBook book;

  /** The visits of the tests open the data from 24 October on, Beijing time. */
  @Test
  void theEnterpriseSeesTheWholeGapAndTheExpertWhatWasOpenedOfIt() {
    register.addDevice(MN, world.outlet.id());
    Instant from = Instant.parse("2026-10-19T16:00:00Z");
    Instant until = Instant.parse("2026-11-08T16:00:00Z");
    book.survey(world.outlet.id(), MN, PeriodKind.DAY, from, until);
    Account expert = world.newExpert();
    world.scheduled(expert);

    JsonNode whole = gap(world.director);
    JsonNode opened = gap(expert);

    assertThat(whole.path("from").asString()).isEqualTo(from.toString());
    assertThat(whole.path("until").asString()).isEqualTo(until.toString());
    assertThat(whole.path("missing").asInt()).isEqualTo(20);
    assertThat(whole.path("recovered").asInt()).isZero();
    assertThat(whole.path("state").asString()).isEqualTo("OPEN");
    assertThat(whole.path("attempts").asInt()).isZero();
    assertThat(whole.path("closedAt").isNull()).isTrue();
    assertThat(opened.path("from").asString()).isEqualTo("2026-10-23T16:00:00Z");
    assertThat(opened.path("until").asString()).isEqualTo(until.toString());
    assertThat(opened.path("missing").asInt()).isEqualTo(16);
  }

  private JsonNode gap(Account account) {
    JsonNode report =
        world.get(account, "/api/outlets/%d/gaps".formatted(world.outlet.id())).ok().tree();
    JsonNode gap =
        report
            .path("gaps")
            .valueStream()
            .filter(each -> each.path("mn").asString().equals(MN))
            .findFirst()
            .orElseThrow();
    assertThat(report.path("periodsMissing").asInt())
        .isGreaterThanOrEqualTo(gap.path("missing").asInt());
    assertThat(gap.path("kind").asString()).isEqualTo("DAY");
    return gap;
  }
}
