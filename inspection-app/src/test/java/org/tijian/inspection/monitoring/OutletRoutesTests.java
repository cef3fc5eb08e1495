package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

@CheckupServer
class OutletRoutesTests {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Autowired private CheckupWorld world;
  @Autowired private SiteRegister register;
  @Autowired private FrameStore frames;
  private String mn;
  private String path;

  @BeforeEach
  void aLogger() {
    mn = "ROUTES%018d".formatted(NUMBER.incrementAndGet());
    register.addDevice(mn, world.outlet.id());
    path = "/api/outlets/" + world.outlet.id();
  }

  @Test
  void tellsTheInstrumentsOfAnOutletAndWhatItHasHeard() {
    JsonNode outlet = world.get(world.director, path).ok().tree();

    assertThat(outlet.path("code").asString()).isEqualTo("DA001");
    assertThat(outlet.path("referenceOxygen").asDouble()).isEqualTo(15);
    assertThat(outlet.path("minutes").path("expected").asInt()).isEqualTo(43_200);
    assertThat(outlet.path("instruments").path(0).path("factorName").path("en").asString())
        .isEqualTo("NOx");
    assertThat(outlet.path("devices").findValuesAsString("topic"))
        .contains("tijian/v1/%s/hj212".formatted(mn));
  }

  @Test
  void aNewCredentialComesWithACommandThatTriesItAndIsToldOnce() {
    JsonNode issued = issued("{\"label\": \"1号数采仪\", \"mn\": \"%s\"}".formatted(mn));
    String password = issued.path("password").asString();

    assertThat(register.isAuthentic(mn, password)).isTrue();
    assertThat(issued.path("tryIt").asString())
        .startsWith("printf '%s\\r\\n' '##0")
        .contains("MN=" + mn, "-u " + mn, "-P " + password, "-t tijian/v1/%s/hj212".formatted(mn));
    assertThat(world.get(world.director, path + "/credentials").ok().body())
        .contains("1号数采仪")
        .doesNotContain(password);
  }

  @Test
  void aCredentialNeedsALabelAndALoggerOfTheOutlet() {
    assertThat(
            world
                .post(world.director, path + "/credentials", "{\"label\": \" \"}")
                .tree()
                .path("field")
                .asString())
        .isEqualTo("label");
    assertThat(
            world
                .post(
                    world.director,
                    path + "/credentials",
                    "{\"label\": \"x\", \"mn\": \"SOMEBODY-ELSES\"}")
                .tree()
                .path("field")
                .asString())
        .isEqualTo("mn");
  }

  @Test
  void refusedFramesAreShownWithWhatTheySaidAndWhatWasFound() {
    frames.append(
        List.of(
            new ArrivedFrame(
                mn,
                Instant.parse("2026-11-23T01:59:00Z"),
                "mqtt",
                "##0010abc\r\n\u0001".getBytes(StandardCharsets.ISO_8859_1),
                null,
                new FrameVerdict.Refused("length-mismatch", "10", "3", 2),
                FrameFacts.NONE)));

    JsonNode refused =
        world
            .get(world.director, path + "/quarantine")
            .ok()
            .tree()
            .valueStream()
            .filter(each -> each.path("mn").asString().equals(mn))
            .findFirst()
            .orElseThrow();

    assertThat(refused.path("message").path("en").asString())
        .startsWith("Length does not agree: declared 10, found 3.");
    assertThat(refused.path("message").path("zh").asString()).startsWith("数据段长度不符：声明 10，实际 3。");
    assertThat(refused.path("frame").asString()).isEqualTo("##0010abc\\x0D\\x0A\\x01");
    assertThat(world.get(world.director, path).ok().tree().path("contact").asString())
        .isEqualTo("live");
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          factor, testedOn,   unit,  pairs,                                                field
          a21026, 2026-11-01, mg/m3, '[{R:50,M:49},{R:51,M:50},{R:52,M:51}]',               factor
          a21002, 2026-11-24, mg/m3, '[{R:50,M:49},{R:51,M:50},{R:52,M:51}]',               testedOn
          a21002, 2026-11-01, ppm,   '[{R:50,M:49},{R:51,M:50},{R:52,M:51}]',               unit
          a21002, 2026-11-01, mg/m3, '[{R:50,M:49},{R:51,M:50}]',                           pairs
          a21002, 2026-11-01, mg/m3, '[{R:50,M:49},{R:0,M:50},{R:52,M:51}]',                pairs
          """)
  void anAccuracyTestThatCannotBeRightIsRefusedByItsField(
      String factor, String testedOn, String unit, String pairs, String field) {
    CheckupWorld.Answer refused = enter(factor, testedOn, unit, pairs);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.tree().path("field").asString()).isEqualTo(field);
  }

  @Test
  void anAccuracyTestIsKept() {
    JsonNode entered =
        enter("a21002", "2026-11-23", "mg/m3", "[{R:50,M:49},{R:51,M:50},{R:52.5,M:51.25}]")
            .ok()
            .tree();

    assertThat(world.get(world.director, path + "/accuracy-tests").ok().tree().valueStream())
        .contains(entered);
    assertThat(entered.path("pairs").path(2).path("monitor").asDouble()).isEqualTo(51.25);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          query,                                                                                        field
          factor=a21002&kind=YEAR&from=2026-11-01T00:00:00Z&until=2026-11-02T00:00:00Z,                 kind
          factor=a21002&kind=HOUR&from=2026-11-02T00:00:00Z&until=2026-11-01T00:00:00Z,                 until
          factor=a21002&kind=HOUR&from=yesterday&until=2026-11-01T00:00:00Z,                            from
          factor=a21002&kind=HOUR&from=2026-11-01T00:00:00Z&until=2026-11-02T00:00:00Z&buckets=0,       buckets
          kind=HOUR&from=2026-11-01T00:00:00Z&until=2026-11-02T00:00:00Z,                               factor
          """)
  void aChartThatCannotBeDrawnIsRefusedByItsField(String query, String field) {
    CheckupWorld.Answer refused = world.get(world.director, path + "/chart?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.tree().path("field").asString()).isEqualTo(field);
  }

  private JsonNode issued(String body) {
    return world.post(world.director, path + "/credentials", body).ok().tree();
  }

  private CheckupWorld.Answer enter(String factor, String testedOn, String unit, String pairs) {
    String body =
        "{\"factor\": \"%s\", \"testedOn\": \"%s\", \"laboratory\": \"示例\", \"unit\": \"%s\", \"pairs\": %s}"
            .formatted(
                factor,
                testedOn,
                unit,
                pairs.replace("R:", "\"reference\":").replace("M:", "\"monitor\":"));
    return world.post(world.director, path + "/accuracy-tests", body);
  }
}
