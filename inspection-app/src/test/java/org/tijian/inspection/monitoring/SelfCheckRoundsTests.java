package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.PeriodReadings;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

/** The hourly round keeps hours that are over, and says what a page that is opened says. */
@CheckupServer
class SelfCheckRoundsTests {
  @Autowired private CheckupWorld world;
  @Autowired private SelfCheckRounds rounds;
  @Autowired private SelfChecks selfChecks;
  @Autowired private FrameStore frames;
  @Autowired private MonitoringDatabase database;
  @Autowired private Clock clock;

  @Test
  void keepsTheHoursOfADayThatIsOverAndTheVerdictsStayTheSame() {
    Instant yesterday = clock.instant().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
    frames.append(List.of(minute(yesterday, 42), minute(yesterday.plusSeconds(60), 43)));
    selfChecks.forget(world.outlet.id());

    rounds.judgeAll();
    String first = check();
    selfChecks.forget(world.outlet.id());
    String again = check();

    assertThat(kept()).isPositive();
    assertThat(again).isEqualTo(first);
  }

  @Test
  void theNumbersAreThoseOfTheSelfCheck() {
    String path = "/api/outlets/%d/self-check".formatted(world.outlet.id());
    Map<String, Long> told = new HashMap<>();
    world
        .get(world.director, path + "/counts")
        .ok()
        .tree()
        .path("counts")
        .forEach(count -> told.put(sort(count), count.path("number").asLong()));

    Map<String, Long> counted =
        world
            .get(world.director, path)
            .ok()
            .tree()
            .path("findings")
            .valueStream()
            .collect(Collectors.groupingBy(SelfCheckRoundsTests::sort, Collectors.counting()));
    assertThat(counted).isNotEmpty();
    assertThat(told).isEqualTo(counted);
  }

  private static String sort(JsonNode verdict) {
    return Stream.of("outcome", "weight", "kind")
        .map(word -> verdict.path(word).asString())
        .collect(Collectors.joining(" "));
  }

  private String check() {
    String path = "/api/outlets/%d/self-check".formatted(world.outlet.id());
    return world.get(world.director, path).ok().tree().path("items").toString();
  }

  private long kept() {
    return database
        .jdbc()
        .sql("select count(*) from day_digest where outlet_id = :outlet")
        .param("outlet", world.outlet.id())
        .query(Long.class)
        .single();
  }

  private ArrivedFrame minute(Instant at, double value) {
    PeriodReadings readings =
        new PeriodReadings(
            world.outlet.id(),
            PeriodKind.MINUTE,
            at,
            0,
            List.of(new FactorReading("a21002", value, null, null, null, null, DataFlag.NORMAL)));
    return new ArrivedFrame(
        "ROUNDS00000000000000DA01",
        at.plusSeconds(70),
        "mqtt",
        at.toString().getBytes(StandardCharsets.US_ASCII),
        "2051",
        new FrameVerdict.Readings(readings),
        FrameFacts.NONE);
  }
}
