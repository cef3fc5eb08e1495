package org.tijian.inspection.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

/** Who registers an enterprise does everything alone; the office confirms it before a visit. */
@CheckupServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfirmationTests {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Autowired private CheckupWorld world;
  @Autowired private Accounts accounts;
  @Autowired private SiteRegister register;
  @Autowired private VaultDatabase vault;

  private int number;

  /** An enterprise that somebody registered on the open page. */
  private record Newcomer(Account director, String code) {
    long site() {
      return java.util.Objects.requireNonNull(director.siteId());
    }
  }

  private Newcomer newcomer() {
    String username = "confirm-" + ++number;
    String code = code(number);
    String body =
        """
        {"enterprise": %s, "account": {"username": "%s", "password": "%s", "name": "负责人乙"}}
        """
            .formatted(enterprise(code), username, CheckupWorld.PASSWORD);
    world
        .send(
            MockMvcRequestBuilders.post("/api/registration")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body),
            null)
        .ok();
    return new Newcomer(accounts.byUsername(username).orElseThrow(), code);
  }

  private static String enterprise(String code) {
    return """
        {"name": {"zh": "待确认热电厂", "en": ""}, "creditCode": "%s", "industry": "heating",
         "place": {"province": "辽宁省", "city": "沈阳市"}, "contact": {"name": "负责人乙", "phone": "024-87654321"}}
        """
        .formatted(code);
  }

  private static String code(int number) {
    String code = "91210100MA0CF%04d".formatted(number);
    for (char check : CHARACTERS.toCharArray()) {
      if (CreditCode.hasRightCheck(code + check)) {
        return code + check;
      }
    }
    throw new AssertionError("one of the characters is the check character");
  }

  /** Asked for by the newcomer, as the world's director asks. */
  private UUID requested(Newcomer newcomer) {
    Outlet outlet =
        register.addOutlet(
            new Outlet(
                0,
                newcomer.site(),
                "DA001",
                new LocalName("排放口", "Outlet"),
                null,
                false,
                java.util.List.<Instrument>of()));
    String body =
        world
            .requestBody()
            .replace("[%d]".formatted(world.outlet.id()), "[%d]".formatted(outlet.id()));
    return UUID.fromString(
        world.post(newcomer.director(), "/api/checkups", body).ok().tree().path("id").asString());
  }

  private JsonNode waiting(Newcomer newcomer) {
    for (JsonNode each :
        world.get(world.office, "/api/enterprises/waiting?limit=100").ok().tree()) {
      if (each.path("id").asLong() == newcomer.site()) {
        return each;
      }
    }
    return world.get(world.office, "/api/enterprises/waiting").json().nullNode();
  }

  private CheckupWorld.Answer confirm(Newcomer newcomer, String code) {
    return world.post(
        world.office,
        "/api/enterprises/%d/confirm".formatted(newcomer.site()),
        "{\"creditCode\": \"%s\"}".formatted(code));
  }

  private JsonNode standing(Newcomer newcomer) {
    return world.get(newcomer.director(), "/api/enterprise").ok().tree().path("standing");
  }

  @Test
  void noVisitIsArrangedBeforeTheOfficeConfirmed() {
    Newcomer newcomer = newcomer();
    assertThat(world.get(newcomer.director(), "/api/outlets").status()).isEqualTo(200);
    UUID id = requested(newcomer);
    String path = "/api/checkups/" + id;
    assertThat(world.get(world.office, path).ok().tree().path("waitingSite").asLong())
        .isEqualTo(newcomer.site());
    world.post(world.office, path + "/accept", "{}").ok();
    String schedule = CheckupWorld.schedule(world.newExpert(), world.freeMorning());

    CheckupWorld.Answer early = world.post(world.office, path + "/schedule", schedule);

    assertThat(early.status()).isEqualTo(409);
    assertThat(early.code()).isEqualTo("enterprise-not-confirmed");
    assertThat(standing(newcomer).path("waiting").asBoolean()).isTrue();
    JsonNode seen = waiting(newcomer);
    assertThat(seen.path("creditCode").asString()).isEqualTo(newcomer.code());
    assertThat(seen.path("codeFits").asBoolean()).isTrue();
    assertThat(seen.at("/contact/phone").asString()).isEqualTo("024-87654321");

    assertThat(confirm(newcomer, newcomer.code()).status()).isEqualTo(204);

    assertThat(standing(newcomer).path("waiting").asBoolean()).isFalse();
    assertThat(waiting(newcomer).isNull()).isTrue();
    assertThat(told(newcomer, "confirmed")).isEqualTo(1);
    assertThat(world.get(world.office, path).ok().tree().path("waitingSite").isNull()).isTrue();
    world.post(world.office, path + "/schedule", schedule).ok();
  }

  @Test
  void theOfficeConfirmsWhatItSawOnce() {
    Newcomer newcomer = newcomer();

    assertThat(confirm(newcomer, code(900)).tree().path("field").asString())
        .isEqualTo("creditCode");
    assertThat(confirm(newcomer, newcomer.code()).status()).isEqualTo(204);
    assertThat(confirm(newcomer, newcomer.code()).code()).isEqualTo("confirmed-before");
    assertThat(
            vault
                .jdbc()
                .sql(
                    """
                    select string_agg(kind || ' ' || by_en, ', ' order by position) from enterprise_standing_change
                     where site_id = :site
                    """)
                .param("site", newcomer.site())
                .query(String.class)
                .single())
        .isEqualTo("registered 负责人乙, confirmed Example office");
  }

  @Test
  void aQuestionOfTheOfficeIsSeenByTheEnterpriseUntilItIsConfirmed() {
    Newcomer newcomer = newcomer();
    String ask = "/api/enterprises/%d/ask".formatted(newcomer.site());

    assertThat(world.post(world.office, ask, "{\"text\": \" \"}").status()).isEqualTo(400);
    assertThat(world.post(world.office, ask, "{\"text\": \"电话打不通\"}").status()).isEqualTo(204);

    assertThat(standing(newcomer).path("question").asString()).isEqualTo("电话打不通");
    assertThat(told(newcomer, "asked")).isEqualTo(1);
    confirm(newcomer, newcomer.code());
    assertThat(standing(newcomer).path("question").isNull()).isTrue();
    assertThat(world.post(world.office, ask, "{\"text\": \"再问\"}").code())
        .isEqualTo("confirmed-before");
  }

  @Test
  void anotherCreditCodeIsConfirmedAnew() {
    Newcomer newcomer = newcomer();
    confirm(newcomer, newcomer.code());

    world.post(newcomer.director(), "/api/enterprise", enterprise(newcomer.code())).ok();
    assertThat(standing(newcomer).path("waiting").asBoolean()).isFalse();
    world.post(newcomer.director(), "/api/enterprise", enterprise(code(901))).ok();

    assertThat(standing(newcomer).path("waiting").asBoolean()).isTrue();
    assertThat(waiting(newcomer).path("creditCode").asString()).isEqualTo(code(901));
    Newcomer other = newcomer();
    CheckupWorld.Answer taken =
        world.post(other.director(), "/api/enterprise", enterprise(code(901)));
    assertThat(taken.code()).isEqualTo("enterprise-registered");
  }

  @Test
  void anEnterpriseFromBeforeIsConfirmed() {
    assertThat(world.get(world.director, "/api/enterprise").ok().tree().path("standing").isNull())
        .isTrue();
    UUID id = world.scheduled(world.newExpert());
    assertThat(
            world
                .get(world.director, "/api/checkups/" + id)
                .ok()
                .tree()
                .path("waitingSite")
                .isNull())
        .isTrue();
  }

  private int told(Newcomer newcomer, String what) {
    return vault
        .jdbc()
        .sql("select count(*) from notice where account_id = :reader and key like :key")
        .param("reader", newcomer.director().id())
        .param("key", "enterprise/%d/%s/%%".formatted(newcomer.site(), what))
        .query(Integer.class)
        .single();
  }
}
