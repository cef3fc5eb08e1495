package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

@CheckupServer
class ExplainRoutesTests {
  private static final String FRAME =
      "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
          + "CP=&&RtdInterval=30&&1C81";

  @Autowired private CheckupWorld world;
  @Autowired private SiteRegister register;
  @Autowired private FrameStore frames;
  @Autowired private FrameLedger ledger;

  @Test
  void anySignedInPersonMayPasteAFrame() {
    JsonNode frame =
        world
            .post(world.expert, "/api/frames/explain", "{\"text\": \"%s\"}".formatted(FRAME))
            .ok()
            .tree()
            .path("frames")
            .path(0);

    assertThat(frame.path("verdict").asString()).isEqualTo("refused");
    assertThat(frame.path("crc").path("computed").asString()).isEqualTo("1C80");
    assertThat(frame.path("says").path("zh").asString()).contains("CRC 校验不符");
    assertThat(frame.path("parts").findValuesAsString("name")).contains("QN", "RtdInterval");
  }

  @Test
  void bytesComeAsBase64() {
    String base64 = Base64.getEncoder().encodeToString(FRAME.getBytes(StandardCharsets.US_ASCII));

    JsonNode answer =
        world
            .post(world.director, "/api/frames/explain", "{\"base64\": \"%s\"}".formatted(base64))
            .ok()
            .tree();

    assertThat(answer.path("frames")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"text, ' ', empty", "base64, a b!, not-base64"})
  void saysWhatIsWrongWithTheInput(String field, String value, String code) {
    JsonNode problem =
        world
            .post(world.director, "/api/frames/explain", "{\"%s\": \"%s\"}".formatted(field, value))
            .tree();

    assertThat(problem.path("status").asInt()).isEqualTo(422);
    assertThat(problem.path("code").asString()).isEqualTo(code);
  }

  @Test
  void aKeptFrameIsExplainedToTheOwnEnterpriseAlone() {
    String mn = "EXPLAIN00000000000000001";
    register.addDevice(mn, world.outlet.id());
    frames.append(
        List.of(
            new ArrivedFrame(
                mn,
                Instant.parse("2026-11-23T01:59:00Z"),
                "mqtt",
                FRAME.getBytes(StandardCharsets.US_ASCII),
                null,
                new FrameVerdict.Refused("crc-mismatch", "1C81", "1C80", 107),
                FrameFacts.NONE)));
    String path =
        "/api/loggers/%s/frames/%d".formatted(mn, ledger.quarantine(mn, null, 1).get(0).id());

    assertThat(world.get(world.director, path).ok().tree().path("frames")).hasSize(1);
    assertThat(world.get(world.expert, path).tree().path("code").asString()).isEqualTo("no-access");
    assertThat(world.get(world.director, path + "0").tree().path("code").asString())
        .isEqualTo("no-access");
  }

  @Test
  void factorsComeWithNamesAndUnits() {
    JsonNode factors = world.get(world.director, "/api/factors").ok().tree();

    assertThat(factors.path(0).path("code").asString()).isEqualTo("a21026");
    assertThat(factors.path(0).path("name").path("zh").asString()).isEqualTo("二氧化硫");
    assertThat(factors.path(0).path("unit").asString()).isEqualTo("mg/m3");
  }
}
