package org.tijian.inspection.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tijian.inspection.testing.Browser.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tijian.analytics.site.Coordinates;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.monitoring.AccuracyTests;
import org.tijian.inspection.testing.Browser;
import org.tijian.inspection.testing.RunningServer;
import tools.jackson.databind.JsonNode;

@RunningServer
class DemonstrationStartTests {
  private static final List<String> NAMES =
      List.of("director", "director2", "expert", "expert2", "gate1", "gate2", "office");
  private static final String PASSWORD = "correct horse battery staple";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;

  @Autowired private DemonstrationStart start;
  @Autowired private DemonstrationSite site;
  @Autowired private SiteRegister register;
  @Autowired private AccuracyTests tests;
  @Autowired private VaultDatabase vault;

  @Test
  void theFirstStartMakesTwoEnterprisesAndSevenPeople() {
    Site plant = site.register();

    assertThat(register.sites())
        .extracting(Site::name)
        .containsExactlyInAnyOrder(DemonstrationSite.NAME, DemonstrationSite.OTHER);
    assertThat(register.outlets(plant.id()))
        .allMatch(Outlet::demonstration)
        .extracting(Outlet::code)
        .containsExactly("DA001", "DA002");
    assertThat(site.emulated())
        .extracting(DemonstrationSite.Emulated::profile)
        .containsExactly("turbine-a", "turbine-b");
    assertThat(people()).isEqualTo(NAMES);
  }

  @Test
  void itsAccuracyTestSaysThatItIsMadeUp() {
    Outlet outlet = site.find(site.register(), "DA001").orElseThrow();

    assertThat(tests.of(outlet.id()))
        .singleElement()
        .satisfies(test -> assertThat(test.pairs()).hasSize(9))
        .satisfies(test -> assertThat(test.laboratory()).contains("虚构", "made up"));
  }

  @Test
  void theSecondStartMakesNothingAnew() {
    int sites = register.sites().size();

    start.run(new DefaultApplicationArguments());

    assertThat(register.sites()).hasSize(sites);
    assertThat(people()).isEqualTo(NAMES);
  }

  @Test
  void theFirstEnterpriseIsOnTheMapWithItsOutlets() {
    Site plant = site.register();

    Coordinates at = plant.profile().at();
    assertThat(at).isNotNull();
    assertThat(plant.profile().place().address()).contains("虚构", "made up");
    assertThat(register.outlets(plant.id()))
        .extracting(outlet -> outlet.profile().at())
        .doesNotHaveDuplicates()
        .allSatisfy(
            place -> {
              assertThat(place.longitude()).isCloseTo(at.longitude(), within(0.01));
              assertThat(place.latitude()).isCloseTo(at.latitude(), within(0.01));
            });
  }

  /** What a person does who looks at the product for the first time, from invitation to team. */
  @Test
  void aProgrammeFitsAndARequestThatFollowsItIsMatchedWithoutBreakingARule()
      throws InterruptedException {
    Browser director = signedIn("person-plant", Role.DIRECTOR, site.register().id());
    Browser other = signedIn("person-other", Role.DIRECTOR, site.registerOther().id());
    Browser office = signedIn("person-office", Role.OFFICE, null);

    assertThat(json(other.get("/api/programmes"))).isEmpty();
    JsonNode programmes = json(director.get("/api/programmes"));
    assertThat(programmes).hasSize(1);
    assertThat(programmes.at("/0/fit/reason/zh").asString())
        .isEqualTo("适合贵单位的排放口 DA001、DA002，条件是：废气、监测氮氧化物、辽宁省。");

    String checkup = requested(director, programmes.at("/0/id").asString());
    office.post("/api/checkups/%s/accept".formatted(checkup), "{}");
    office.post("/api/matching", "{\"teamSize\": 2}");
    JsonNode proposal = proposal(office, checkup);

    assertThat(proposal.path("possible").asBoolean()).isTrue();
    assertThat(proposal.path("experts").findValuesAsString("en"))
        .containsExactlyInAnyOrder("Expert A", "Expert B");
    assertThat(proposal.path("reasons").findValuesAsString("rule")).contains("travel", "workload");
    assertThat(proposal.path("reasons"))
        .allSatisfy(
            reason -> {
              assertThat(reason.path("hard").asBoolean()).isFalse();
              assertThat(reason.at("/words/zh").asString()).isNotBlank();
            });
  }

  private Browser signedIn(String username, Role role, @Nullable Long siteId) {
    accounts.create(username, PASSWORD, new LocalName("某人", "Somebody"), role, siteId);
    Browser browser = new Browser(port);
    browser.signIn(username, PASSWORD);
    return browser;
  }

  private static String requested(Browser director, String programme) {
    JsonNode draft =
        json(director.post("/api/drafts", "{\"programmeId\": \"%s\"}".formatted(programme)));
    JsonNode terms = json(director.get("/api/terms"));
    String signature =
        "{\"terms\": {\"version\": \"%s\", \"language\": \"zh\", \"sha256\": \"%s\"}}"
            .formatted(terms.path("version").asString(), terms.at("/sha256/zh").asString());
    return json(director.post(
            "/api/drafts/%s/submit".formatted(draft.path("id").asString()), signature))
        .path("id")
        .asString();
  }

  private static JsonNode proposal(Browser office, String checkup) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      JsonNode seen = json(office.get("/api/matching"));
      if (!seen.path("state").asString().equals("searching")) {
        return seen.path("proposals")
            .valueStream()
            .filter(each -> each.path("checkupId").asString().equals(checkup))
            .findFirst()
            .orElseThrow(() -> new AssertionError(seen.toString()));
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the search does not end");
  }

  private List<String> people() {
    return vault
        .jdbc()
        .sql("select username from account where username not like 'person-%' order by username")
        .query(String.class)
        .list();
  }
}
