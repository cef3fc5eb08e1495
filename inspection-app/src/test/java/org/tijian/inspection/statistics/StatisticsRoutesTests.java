package org.tijian.inspection.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

@CheckupServer
class StatisticsRoutesTests {
  @Autowired private CheckupWorld world;
  @Autowired private TestClock clock;
  @Autowired private VaultDatabase vault;
  @Autowired private Pool pool;
  @Autowired private Releases releases;

  @BeforeEach
  void nothingWaits() {
    vault.jdbc().sql("delete from statistics_pool").update();
  }

  @Test
  void aClosedCheckupLeavesCodesThatWaitSealedAndNameNobody() {
    UUID id = world.inProgress(world.expert);
    world
        .post(
            world.expert,
            CheckupWorld.path(id, "visit/answers"),
            CheckupWorld.answer("S06", "improvement", "针对性标识-0815"))
        .ok();
    world.step(id, world.expert, "close-meeting", "{}");
    world.step(id, world.director, "receive", "{}");

    releases.run();

    assertThat(pooled("code")).isPositive();
    assertThat(columns("coded_record")).doesNotContain("checkup_id", "site_id", "at");
    assertThat(columns("rating")).containsExactly("id", "quarter", "stars");
  }

  @Test
  void codesOfFiveEnterprisesComeOutTogetherAndAreToldOnceWhenTheQuarterIsOver() {
    String running = Quarter.of(clock.instant());
    for (long site = 9001; site <= 9005; site++) {
      pool.put("code", site, List.of(code("2026Q1", site), code(running, site)));
    }

    releases.run();

    assertThat(pooled("code")).isZero();
    JsonNode published = statistics("/api/statistics");
    assertThat(published.toString()).doesNotContain(running);
    assertThat(published.path(0).path("quarter").asString()).isEqualTo("2026Q1");
    assertThat(
            published.path(0).path("items").path(0).path("results").path(0).path("total").asInt())
        .isEqualTo(5);
    assertThat(published.toString()).doesNotContain("e9001");
    assertThat(statistics("/api/statistics?sector=44")).isEqualTo(published);

    for (long site = 9006; site <= 9010; site++) {
      pool.put("code", site, List.of(code("2026Q1", site)));
    }
    releases.run();
    assertThat(statistics("/api/statistics")).isEqualTo(published);
  }

  @Test
  void plantsOfTheSameSectorComeFirstAndSmallFiguresAreSuppressed() {
    world.post(world.director, "/api/profile", "{\"sector\": \"31\"}").ok();
    for (long site = 7001; site <= 7005; site++) {
      pool.put(
          "code",
          site,
          List.of(
              coded("2025Q4", site, "S06", "improvement", "31"),
              coded("2025Q4", site, "S07", "improvement", site < 7004 ? "31" : "44"),
              coded("2025Q4", site, "follow-up", "done-by-data", "31"),
              coded("2025Q4", site, "follow-up", site < 7003 ? "closed" : "done", "31")));
    }
    releases.run();

    JsonNode like =
        world.get(world.director, "/api/statistics/like-mine").ok().tree().path("answer");
    JsonNode first = like.path("items").path(0);
    assertThat(first.path("item").asString()).isEqualTo("S06");
    assertThat(first.path("same").asInt()).isGreaterThanOrEqualTo(5);
    JsonNode second = like.path("items").path(1);
    assertThat(second.path("item").asString()).isEqualTo("S07");
    assertThat(second.path("same").isNull()).isTrue();
    assertThat(second.path("all").asInt()).isEqualTo(5);

    JsonNode outcomes = outcomes("2025Q4");
    assertThat(outcomes.path("told").path("done-by-data").asInt()).isEqualTo(5);
    assertThat(outcomes.path("told").path("closed").isNull()).isTrue();
    assertThat(outcomes.path("told").path("done").isNull()).isTrue();
  }

  @Test
  void theOfficeSeesHowManyAndNothingOfWhat() {
    world.closed(world.expert);

    JsonNode board = world.get(world.office, "/api/office/dashboard").ok().tree();

    JsonNode month = board.path("months").path(board.path("months").size() - 1);
    assertThat(board.path("months").size()).isEqualTo(12);
    assertThat(month.path("closed").asInt()).isPositive();
    assertThat(board.path("states").path("Closed").asInt()).isPositive();
    assertThat(board.path("clocks").size()).isPositive();
    assertThat(world.get(world.director, "/api/office/dashboard").status()).isEqualTo(403);
  }

  private JsonNode outcomes(String quarter) {
    for (JsonNode each :
        world.get(world.office, "/api/office/dashboard").ok().tree().path("followUp")) {
      if (each.path("quarter").asString().equals(quarter)) {
        return each;
      }
    }
    throw new AssertionError(quarter);
  }

  private static String coded(
      String quarter, long site, String item, String result, String sector) {
    return code(quarter, site)
        .replace("S06", item)
        .replace("\"improvement\"", "\"%s\"".formatted(result))
        .replace("\"44\"", "\"%s\"".formatted(sector));
  }

  @Test
  void aRatingIsGivenOnceAndKnowsNoVisit() {
    UUID id = world.closed(world.expert);

    assertThat(rate(id, 6).status()).isEqualTo(400);
    rate(id, 4).ok();
    assertThat(rate(id, 1).code()).isEqualTo("rated-before");
    assertThat(world.post(world.expert, rating(id), "{\"stars\": 5}").status()).isEqualTo(403);
    assertThat(world.get(world.office, rating(id)).status()).isEqualTo(403);
    assertThat(world.get(world.director, rating(id)).ok().tree().path("rated").asBoolean())
        .isTrue();
    assertThat(world.get(world.office, "/api/statistics").ok().tree().path("ratings").isEmpty())
        .isTrue();
  }

  @Test
  void ratingsComeOutWhenFiveEnterprisesGaveOne() {
    for (long site = 8001; site <= 8004; site++) {
      pool.put("rating", site, List.of("2026Q1 5"));
      pool.put("rating", site, List.of("2026Q1 3"));
    }
    releases.run();
    assertThat(ratings("2026Q1")).isEmpty();

    pool.put("rating", 8005, List.of("2026Q1 1"));
    releases.run();

    assertThat(ratings("2026Q1")).containsExactly(1, 0, 4, 0, 4);
  }

  @Test
  void anEnterpriseSaysWhatItIsCountedAs() {
    String wrong = "{\"sector\": \"electricity\"}";
    assertThat(world.post(world.director, "/api/profile", wrong).tree().path("field").asString())
        .isEqualTo("sector");

    world
        .post(
            world.director,
            "/api/profile",
            "{\"sector\": \"44\", \"size\": \"large\", \"province\": \"210000\"}")
        .ok();

    JsonNode profile = world.get(world.director, "/api/profile").ok().tree();
    assertThat(profile.path("sector").asString()).isEqualTo("44");
    assertThat(world.get(world.office, "/api/profile").status()).isEqualTo(403);
  }

  private static String code(String quarter, long site) {
    return """
    {"quarter":"%s","enterprise":"e%d","item":"S06","result":"improvement",
     "profile":{"sector":"44","size":"large","province":"210000"},"monitor":"flue-gas"}
    """
        .formatted(quarter, site);
  }

  private JsonNode statistics(String path) {
    return world.get(world.office, path).ok().tree().path("quarters");
  }

  private CheckupWorld.Answer rate(UUID id, int stars) {
    return world.post(world.director, rating(id), "{\"stars\": %d}".formatted(stars));
  }

  private static String rating(UUID id) {
    return CheckupWorld.path(id, "rating");
  }

  private List<Integer> ratings(String quarter) {
    List<Integer> stars = new ArrayList<>();
    for (JsonNode each : world.get(world.office, "/api/statistics").ok().tree().path("ratings")) {
      if (each.path("quarter").asString().equals(quarter)) {
        each.path("stars").forEach(number -> stars.add(number.asInt()));
      }
    }
    return stars;
  }

  private int pooled(String kind) {
    return vault
        .jdbc()
        .sql("select count(*) from statistics_pool where kind = :kind")
        .param("kind", kind)
        .query(Integer.class)
        .single();
  }

  private List<String> columns(String table) {
    return vault
        .jdbc()
        .sql(
            "select column_name from information_schema.columns where table_name = :table order by"
                + " ordinal_position")
        .param("table", table)
        .query(String.class)
        .list();
  }
}
