package org.tijian.inspection.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** Programmes find the enterprises that they are for, and say why. */
@CheckupServer
class ProgrammeTests {
  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private ProgrammeFits fits;
  @Autowired private TestClock clock;

  @Test
  void isWrittenPublishedAndEndedByTheOffice() {
    UUID key = UUID.randomUUID();
    JsonNode made =
        world.post(world.office, "/api/programmes", form("gas", "a21002"), key).ok().tree();
    assertThat(world.post(world.office, "/api/programmes", form("gas", "a21002"), key).ok().tree())
        .isEqualTo(made);
    String path = "/api/programmes/" + made.path("id").asString();
    assertThat(made.path("number").asString()).startsWith("YQ-2026-");
    assertThat(made.path("acceptWithinWorkingDays").asInt()).isEqualTo(3);
    assertThat(world.get(world.director, path).status())
        .as("a draft is the office's")
        .isEqualTo(403);

    String change =
        form("gas", "a21002").replaceFirst("\\{", "{\"version\": 1, ").replace("秋季", "冬季");
    world.post(world.office, path, change).ok();
    assertThat(world.post(world.office, path, change).code()).isEqualTo("programme-changed");
    world.post(world.office, path + "/publish", "{}").ok();
    assertThat(
            world.post(world.office, path + "/publish", "{}").ok().tree().path("state").asString())
        .isEqualTo("Published");
    assertThat(world.post(world.office, path, change.replace("1,", "2,")).code())
        .isEqualTo("programme-changed");

    JsonNode fit = world.get(world.director, path).ok().tree().path("fit");
    assertThat(fit.path("outletIds").toString()).isEqualTo("[%d]".formatted(world.outlet.id()));
    assertThat(fit.at("/reason/zh").asString()).isEqualTo("适合贵单位的排放口 DA001，条件是：废气、监测氮氧化物。");
    assertThat(fit.at("/reason/en").asString())
        .startsWith("This fits your outlet DA001, because it is for: waste gas, monitoring of ");
    assertThat(told(world.director, made.path("id").asString())).isEqualTo(1);
    assertThat(listed(world.office, made).at("/counts/told").asInt()).isGreaterThanOrEqualTo(2);

    world.post(world.office, path + "/end", "{}").ok();
    assertThat(world.get(world.director, path).status()).isEqualTo(403);
    assertThat(world.post(world.office, path + "/publish", "{}").code())
        .isEqualTo("programme-ended");
  }

  @Test
  void leavesThoseAloneWhomItIsNotFor() {
    JsonNode water = published("water", "w01018");

    assertThat(world.get(world.director, "/api/programmes").ok().body())
        .doesNotContain(water.path("id").asString());
    assertThat(told(world.director, water.path("id").asString())).isZero();
    assertThat(
            world
                .post(
                    world.director,
                    "/api/drafts",
                    "{\"programmeId\": \"%s\"}".formatted(water.path("id").asString()))
                .status())
        .isEqualTo(403);
  }

  @Test
  void aRequestBegunFromItHasItsTopicsAndOutletsAndIsCounted() {
    JsonNode programme = published("gas", "a21002");
    String id = programme.path("id").asString();

    JsonNode draft =
        world
            .post(world.director, "/api/drafts", "{\"programmeId\": \"%s\"}".formatted(id))
            .ok()
            .tree();
    assertThat(draft.at("/content/outletIds").toString())
        .isEqualTo("[%d]".formatted(world.outlet.id()));
    assertThat(draft.at("/content/topics").toString()).isEqualTo("[\"calibration\"]");
    JsonNode terms = world.get(world.director, "/api/terms").ok().tree();
    world
        .post(
            world.director,
            "/api/drafts/%s/submit".formatted(draft.path("id").asString()),
            "{\"terms\": {\"version\": \"%s\", \"language\": \"en\", \"sha256\": \"%s\"}}"
                .formatted(terms.path("version").asString(), terms.at("/sha256/en").asString()))
        .ok();
    assertThat(listed(world.office, programme).at("/counts/requests").asInt()).isEqualTo(1);
  }

  @Test
  void findsWhoComesLaterAndGoesIntoCalendarsUntilItsLastDay() {
    JsonNode programme = published("gas", "a21002");
    String id = programme.path("id").asString();
    vault
        .jdbc()
        .sql("delete from programme_fit where programme_id = cast(:id as uuid) and site_id = :site")
        .param("id", id)
        .param("site", world.director.siteId())
        .update();

    fits.findNew();
    fits.findNew();

    assertThat(world.get(world.director, "/api/programmes").ok().body()).contains(id);
    assertThat(told(world.director, id)).as("told when it was published").isEqualTo(1);
    String feed =
        world
            .post(world.director, "/api/session/calendar-feed", "{}")
            .ok()
            .tree()
            .path("path")
            .asString();
    assertThat(world.get(world.director, feed).ok().body()).contains("programme-" + id);
    clock.advance(Duration.ofDays(60));
    assertThat(world.get(world.director, "/api/programmes").ok().body()).doesNotContain(id);
    clock.advance(Duration.ofDays(-60));
  }

  @Test
  void sayWhatIsNotKnownInsteadOfPassingItOver() {
    Site site = new Site(1, new LocalName("甲", "A"));
    Outlet outlet = world.outlet;

    Fit fit =
        Fit.of(
                new Programme.Conditions(
                    List.of("辽宁省"), null, List.of(), List.of("coal"), List.of()),
                site,
                List.of(outlet),
                code -> new LocalName(code, code))
            .orElseThrow();

    assertThat(fit.reason().zh()).contains("煤", "辽宁省").endsWith("贵单位尚未填写所在地区、燃料，是否适合请自行判断。");
    assertThat(fit.reason().en())
        .endsWith("Not filled in yet: where you are, fuel. Whether it fits is for you to say.");
    assertThat(
            Fit.of(
                new Programme.Conditions(List.of(), "water", List.of(), List.of(), List.of()),
                site,
                List.of(outlet),
                code -> new LocalName(code, code)))
        .isEmpty();
    assertThat(
            Fit.of(
                    new Programme.Conditions(List.of(), null, List.of(), List.of(), List.of()),
                    site,
                    List.of(outlet),
                    code -> new LocalName(code, code))
                .orElseThrow()
                .reason()
                .zh())
        .isEqualTo("适合贵单位的排放口 DA001。");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(
            world
                .post(
                    world.office,
                    "/api/programmes",
                    form("gas", "a21002").replace("[\"calibration\"]", "[]"))
                .tree()
                .path("field")
                .asString())
        .isEqualTo("topics");
    assertThat(
            world
                .post(world.office, "/api/programmes", form("air", "a21002"))
                .tree()
                .path("field")
                .asString())
        .isEqualTo("medium");
    assertThat(
            world
                .post(world.office, "/api/programmes", form("gas", "x"))
                .tree()
                .path("field")
                .asString())
        .isEqualTo("factors");
    assertThat(
            world
                .post(
                    world.office,
                    "/api/programmes",
                    form("gas", "a21002").replace("2026-12-31", "2026-01-01"))
                .tree()
                .path("field")
                .asString())
        .isEqualTo("endsOn");
    assertThat(world.get(world.office, "/api/programmes?state=Lost").status()).isEqualTo(400);
  }

  @Test
  void pagesGoOnWithoutGapOrRepetition() {
    for (int i = 0; i < 3; i++) {
      world.post(world.office, "/api/programmes", form("gas", "a21002")).ok();
      clock.advance(Duration.ofSeconds(1));
    }
    List<String> whole = ids("/api/programmes?limit=100");

    assertThat(ids("/api/programmes?limit=2")).isEqualTo(whole.subList(0, 2));
    assertThat(ids("/api/programmes?limit=2&after=" + whole.get(1)))
        .isEqualTo(whole.subList(2, Math.min(4, whole.size())));
    clock.advance(Duration.ofSeconds(-3));
  }

  private List<String> ids(String path) {
    return world
        .get(world.office, path)
        .ok()
        .tree()
        .valueStream()
        .map(p -> p.path("id").asString())
        .toList();
  }

  private JsonNode published(String medium, String factor) {
    JsonNode made = world.post(world.office, "/api/programmes", form(medium, factor)).ok().tree();
    return world
        .post(
            world.office, "/api/programmes/%s/publish".formatted(made.path("id").asString()), "{}")
        .ok()
        .tree();
  }

  private JsonNode listed(Account office, JsonNode programme) {
    return world
        .get(office, "/api/programmes?limit=100")
        .ok()
        .tree()
        .valueStream()
        .filter(each -> each.path("id").equals(programme.path("id")))
        .findFirst()
        .orElseThrow();
  }

  private int told(Account reader, String programmeId) {
    return vault
        .jdbc()
        .sql("select count(*) from notice where account_id = :reader and key = :key")
        .param("reader", reader.id())
        .param("key", "programme/" + programmeId)
        .query(Integer.class)
        .single();
  }

  private static String form(String medium, String factor) {
    return """
    {"title": {"zh": "秋季校准体检", "en": "Calibration check-up"}, "text": {"zh": "自愿参加。", "en": "Voluntary."},
     "topics": ["calibration"], "startsOn": "2026-11-23", "endsOn": "2026-12-31", "places": [], "medium": "%s",
     "factors": ["%s"], "fuels": [], "industries": []}
    """
        .formatted(medium, factor);
  }
}
