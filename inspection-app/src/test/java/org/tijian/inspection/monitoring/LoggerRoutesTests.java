package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameReplays;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

@CheckupServer
class LoggerRoutesTests {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String DIALECT =
      """
      {"edition": "E2005", "encoding": "GBK", "checkSum": "MODBUS_LOW_FIRST", "offset": "+09:00",
       "factorMap": "FROM_2005", "ownFactors": {"VOC1": "a24088"}, "cipher": "SM4_TEXT",
       "password": "654321", "systemType": "32", "tcp": true, "backfill": false}
      """;

  @Autowired private CheckupWorld world;
  @Autowired private SiteRegister register;
  @Autowired private LoggerSettings settings;
  @Autowired private FrameReplays replays;
  @Autowired private FrameStore frames;
  @Autowired private TestClock clock;

  private static String mn() {
    return "LOGGER%018d".formatted(NUMBER.incrementAndGet());
  }

  private String logger() {
    String mn = mn();
    register.addDevice(mn, world.outlet.id());
    return mn;
  }

  // ---- whose they are

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /settings",
        "POST /settings",
        "POST /keys",
        "POST /certificates",
        "DELETE /certificates/0123"
      })
  void aForeignLoggerIsRefusedLikeOneThatDoesNotExist(String route) {
    String mn = logger();
    Account expert = world.newExpert();
    world.scheduled(expert);
    String own = "/api/loggers/" + mn;

    CheckupWorld.Answer refused = ask(world.foreignDirector, route, own);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(ask(world.office, route, own)).isEqualTo(refused);
    assertThat(ask(expert, route, own)).isEqualTo(refused);
    assertThat(ask(world.director, route, "/api/loggers/NOT-THERE")).isEqualTo(refused);
    assertThat(settings.keys(mn)).isEmpty();
    assertThat(settings.dialect(mn)).isEqualTo(Dialect.STANDARD);
  }

  private CheckupWorld.Answer ask(Account account, String route, String logger) {
    String path = logger + route.substring(route.indexOf('/'));
    if (route.startsWith("GET")) {
      return world.get(account, path);
    }
    return route.startsWith("DELETE")
        ? world.delete(account, path)
        : world.post(account, path, route.endsWith("settings") ? DIALECT : "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/loggers", "/api/factors"})
  void onlyADirectorHasLoggers(String path) {
    assertThat(world.get(world.office, path).status()).isEqualTo(403);
    assertThat(world.get(world.newExpert(), path).status()).isEqualTo(403);
  }

  @Test
  void onlyADirectorAsksForAWaitingLogger() {
    assertThat(waiting(world.office, "A", "B").status()).isEqualTo(403);
    assertThat(waiting(world.newExpert(), "A", "B").status()).isEqualTo(403);
  }

  private CheckupWorld.Answer waiting(Account account, String mn, String password) {
    return world.post(
        account,
        "/api/waiting-loggers",
        "{\"mn\": \"%s\", \"password\": \"%s\"}".formatted(mn, password));
  }

  @Test
  void nobodyElseRegisters() {
    String logger = "{\"mn\": \"%s\", \"outletId\": %d, \"password\": \"123456\"}";
    for (Account account : List.of(world.office, world.newExpert(), world.foreignDirector)) {
      assertThat(
              world
                  .post(account, "/api/loggers", logger.formatted(mn(), world.outlet.id()))
                  .status())
          .isEqualTo(403);
    }
    assertThat(world.post(world.office, "/api/outlets", outlet("X1")).status()).isEqualTo(403);
    String path = "/api/outlets/%d/settings".formatted(world.outlet.id());
    assertThat(world.post(world.foreignDirector, path, outlet("X1")).status()).isEqualTo(403);
    assertThat(world.get(world.foreignDirector, path).status()).isEqualTo(403);
  }

  // ---- outlets

  @Test
  void aDirectorRegistersAnOutletAndChangesIt() {
    Account director = newDirector();
    JsonNode added = world.post(director, "/api/outlets", outlet("DA101")).ok().tree();
    String path = "/api/outlets/%d/settings".formatted(added.path("id").asLong());

    assertThat(added.path("sectionArea").asDouble()).isEqualTo(7.5);
    assertThat(added.path("instruments").path(0).path("design").asString()).isEqualTo("DILUTION");
    assertThat(world.get(director, path).ok().tree()).isEqualTo(added);

    JsonNode changed =
        world
            .post(
                director,
                path,
                "{\"code\": \"DA102\", \"name\": {\"zh\": \"新\", \"en\": \"New\"}, \"instruments\":"
                    + " []}")
            .ok()
            .tree();
    assertThat(changed.path("code").asString()).isEqualTo("DA102");
    assertThat(changed.path("fieldFactor").isNull()).isTrue();
    assertThat(changed.path("instruments").size()).isZero();
  }

  @Test
  void anOutletsCodeIsGivenOnce() {
    Account director = newDirector();
    world.post(director, "/api/outlets", outlet("DA201")).ok();

    CheckupWorld.Answer again = world.post(director, "/api/outlets", outlet("DA201"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("outlet-code-taken");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "fullScale": 500 | "fullScale": 0    | instruments[0].fullScale
          "fullScale": 500 | "fullScale": null | instruments[0].fullScale
          "spanGas": 400   | "spanGas": -1     | instruments[0].spanGas
          a21026           | a2;1026           | instruments[0].factor
          "sectionArea": 7.5 | "sectionArea": 0 | sectionArea
          "referenceOxygen": 6 | "referenceOxygen": 21 | referenceOxygen
          "code": "DA301"  | "code": " "       | code
          """)
  void anOutletThatCannotBeIsRefusedByItsField(String good, String bad, String field) {
    CheckupWorld.Answer refused =
        world.post(world.director, "/api/outlets", outlet("DA301").replace(good, bad));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.tree().path("field").asString()).isEqualTo(field);
  }

  private Account newDirector() {
    long site = register.addSite(new org.tijian.analytics.site.LocalName("新厂", "New plant")).id();
    return world.account("director-" + NUMBER.incrementAndGet(), Role.DIRECTOR, site);
  }

  private static String outlet(String code) {
    return
"""
{"code": "%s", "name": {"zh": "排放口", "en": "Outlet"}, "referenceOxygen": 6,
 "sectionArea": 7.5, "fieldFactor": 0.98,
 "instruments": [{"factor": "a21026", "name": {"zh": "二氧化硫", "en": "SO2"},
   "unit": "mg/m3", "fullScale": 500, "zeroGas": 0, "spanGas": 400, "design": "DILUTION",
   "automaticCalibration": true, "permitLimit": 35}]}
"""
        .formatted(code);
  }

  // ---- registering

  @Test
  void aLoggerIsRegisteredOnceAndListed() {
    String mn = mn();

    JsonNode registered = registering(mn, "123456").ok().tree();

    assertThat(registered.path("outletCode").asString()).isEqualTo("DA001");
    assertThat(registered.path("contact").asString()).isEqualTo("never");
    assertThat(settings.dialect(mn).password()).isEqualTo("123456");
    assertThat(world.get(world.director, "/api/loggers").ok().tree().findValuesAsString("mn"))
        .contains(mn);
    assertThat(world.get(world.foreignDirector, "/api/loggers").ok().body()).doesNotContain(mn);
    assertThat(registering(mn, "123456").code()).isEqualTo("mn-taken");
  }

  @Test
  void aWaitingLoggerIsShownAndGivenOnlyToWhoKnowsItsPassword() {
    String mn = mn();
    settings.waits(mn, "tcp", "127.0.0.1", "987654", clock.instant());

    assertThat(waiting(world.director, mn, "111111").code()).isEqualTo("not-waiting");
    assertThat(registering(mn, "111111").code()).isEqualTo("wrong-logger-password");
    JsonNode heard = waiting(world.director, mn, "987654").ok().tree();
    assertThat(heard.path("frames").asInt()).isEqualTo(1);
    assertThat(heard.path("transport").asString()).isEqualTo("tcp");

    registering(mn, "987654").ok();

    assertThat(settings.waiting(mn)).isEmpty();
    assertThat(settings.dialect(mn).tcp()).isTrue();
    assertThat(replays.ofLogger(mn, 5)).hasSize(1);
  }

  @Test
  void passwordsOfWaitingLoggersAreNotGuessed() {
    Account director = newDirector();
    String mn = mn();
    settings.waits(mn, "tcp", null, "135790", clock.instant());

    for (int i = 0; i < 10; i++) {
      assertThat(waiting(director, mn, "guess" + i).status()).isEqualTo(404);
    }

    assertThat(waiting(director, mn, "135790").status()).isEqualTo(429);
  }

  private CheckupWorld.Answer registering(String mn, String password) {
    return world.post(
        world.director,
        "/api/loggers",
        "{\"mn\": \"%s\", \"outletId\": %d, \"password\": \"%s\"}"
            .formatted(mn, world.outlet.id(), password));
  }

  // ---- settings

  @Test
  void settingsTellWhatToTypeIntoTheLogger() {
    String mn = logger();

    JsonNode view = world.get(world.director, "/api/loggers/%s/settings".formatted(mn)).ok().tree();

    assertThat(view.path("dialect").path("edition").asString()).isEqualTo("E2017");
    assertThat(view.path("dialect").path("offset").asString()).isEqualTo("+08:00");
    assertThat(view.path("connection").path("topicUp").asString())
        .isEqualTo("tijian/v1/%s/hj212".formatted(mn));
    assertThat(view.path("connection").path("topicDown").asString())
        .isEqualTo("tijian/v1/%s/down".formatted(mn));
    assertThat(view.path("connection").path("mqttPort").asInt()).isPositive();
    assertThat(view.path("proposals").size()).isZero();
  }

  @Test
  void aDialectIsKeptAsItWasFilledIn() {
    String mn = logger();

    JsonNode view =
        world.post(world.director, "/api/loggers/%s/settings".formatted(mn), DIALECT).ok().tree();

    assertThat(view.path("dialect").path("ownFactors").path("VOC1").asString()).isEqualTo("a24088");
    assertThat(settings.dialect(mn).checkSum()).isEqualTo(Dialect.CheckSum.MODBUS_LOW_FIRST);
    assertThat(settings.dialect(mn).offset().getTotalSeconds()).isEqualTo(9 * 3600);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "+09:00" | "Beijing"    | offset
          "654321" | null         | password
          "654321" | "a;CN=1"     | password
          "32"     | "3"          | systemType
          "a24088" | "a;24088"    | ownFactors
          """)
  void aDialectThatCannotBeIsRefusedByItsField(String good, String bad, String field) {
    CheckupWorld.Answer refused =
        world.post(
            world.director,
            "/api/loggers/%s/settings".formatted(logger()),
            DIALECT.replace(good, bad));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.tree().path("field").asString()).isEqualTo(field);
  }

  @Test
  void aKeyIsTakenAndNeverShown() {
    String mn = logger();
    String key = "0123456789abcdef0123456789ABCDEF";
    String path = "/api/loggers/%s/keys".formatted(mn);

    CheckupWorld.Answer answer =
        world.post(world.director, path, "{\"key\": \"%s\"}".formatted(key)).ok();

    assertThat(answer.body()).doesNotContainIgnoringCase(key);
    assertThat(answer.tree().path("keys").path(0).path("dueAt").asString())
        .isEqualTo(clock.instant().plus(java.time.Duration.ofDays(90)).toString());
    assertThat(settings.keys(mn)).hasSize(1);
    assertThat(world.post(world.director, path, "{\"key\": \"0123\"}").status()).isEqualTo(400);
  }

  @Test
  void aCertificateIsToldOnceAndRevoked() {
    String path = "/api/loggers/%s".formatted(logger());

    JsonNode issued =
        world.post(world.director, path + "/certificates", "{\"label\": \"柜1\"}").ok().tree();

    assertThat(issued.path("privateKeyPem").asString()).contains("BEGIN PRIVATE KEY");
    assertThat(issued.path("certificatePem").asString()).contains("BEGIN CERTIFICATE");
    assertThat(issued.path("authorityPem").asString()).contains("BEGIN CERTIFICATE");
    CheckupWorld.Answer shown = world.get(world.director, path + "/settings").ok();
    assertThat(shown.body()).contains("柜1").doesNotContain("PRIVATE KEY");

    String certificate = path + "/certificates/" + issued.path("serial").asString();
    assertThat(world.delete(world.director, certificate).status()).isEqualTo(204);
    assertThat(
            world
                .get(world.director, path + "/settings")
                .ok()
                .tree()
                .path("certificates")
                .path(0)
                .path("revokedAt")
                .isNull())
        .isFalse();
  }

  // ---- proposals

  @Test
  void whatTheFramesShowIsProposed() {
    String mn = logger();
    for (int i = 0; i < 3; i++) {
      heard(
          mn,
          "##0101ST=31;CN=2051;PW=123456;MN=%s;Flag=1;CP=&&DataTime=20261123%04d00;001-Avg=1.0&&"
              .formatted(mn, i),
          new FrameVerdict.Noted(),
          List.of(
              new FrameFacts.FrameDefect("encoding-gbk", null, null, null),
              new FrameFacts.FrameDefect("crc-modbus-low-first", "A", null, null)));
    }
    heard(mn, "tcp", new FrameVerdict.Refused("tcp-not-allowed", null, null, 0), List.of());

    JsonNode proposals =
        world
            .get(world.director, "/api/loggers/%s/settings".formatted(mn))
            .ok()
            .tree()
            .path("proposals");

    assertThat(proposals.valueStream())
        .extracting(
            p ->
                "%s=%s %d"
                    .formatted(
                        p.path("field").asString(),
                        p.path("value").asString(),
                        p.path("frames").asInt()))
        .containsExactly(
            "encoding=GBK 3",
            "checkSum=MODBUS_LOW_FIRST 3",
            "tcp=true 1",
            "edition=E2005 3",
            "factorMap=FROM_2005 3");
    assertThat(proposals.path(3).path("because").path("zh").asString()).contains("4", "3");
  }

  @Test
  void anotherPasswordIsProposedOnlyIfFramesWereRefusedForTheirs() {
    String mn = logger();
    settings.setDialect(mn, Dialect.STANDARD.withPassword("111111"));
    String path = "/api/loggers/%s/settings".formatted(mn);
    heard(mn, "##;PW=222222;", new FrameVerdict.Noted(), List.of());
    assertThat(world.get(world.director, path).ok().tree().path("proposals").size()).isZero();

    heard(
        mn, "##;PW=222222;x", new FrameVerdict.Refused("wrong-password", null, null, 0), List.of());

    JsonNode proposal = world.get(world.director, path).ok().tree().path("proposals").path(0);
    assertThat(proposal.path("field").asString()).isEqualTo("password");
    assertThat(proposal.path("value").asString()).isEqualTo("222222");
  }

  private void heard(
      String mn, String frame, FrameVerdict verdict, List<FrameFacts.FrameDefect> defects) {
    frames.append(
        List.of(
            new ArrivedFrame(
                mn,
                clock.instant(),
                "tcp",
                frame.getBytes(StandardCharsets.US_ASCII),
                "2051",
                verdict,
                new FrameFacts(defects, null, null, false))));
  }
}
