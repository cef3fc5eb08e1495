package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;

class StoreStageTests {
  private static TestSite site;
  private final TestDevice device = site.device();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final StoreStage stage = new StoreStage(FrameStore.on(site.database()), meters);

  @BeforeAll
  static void open() {
    site = new TestSite(TestPostgres.freshDatabase());
  }

  @AfterAll
  static void close() {
    site.close();
  }

  /** PostgreSQL takes no zero byte in a text: the command of a frame is a text. */
  @Test
  void aFrameThatTheDatabaseWillNotTakeGoesToQuarantineAlone() {
    List<ArrivedFrame> batch = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      batch.add(noted("frame " + i, i == 13 ? "20\0" : "2011"));
    }

    stage.store(batch);

    assertThat(site.quarantine(device))
        .singleElement()
        .satisfies(
            q -> {
              assertThat(new String(q.bytes(), StandardCharsets.UTF_8)).isEqualTo("frame 13");
              assertThat(q.reason().code()).isEqualTo("not-storable");
              assertThat(q.reason().found()).isEqualTo("SQLSTATE 22021");
            });
    assertThat(frames("noted")).isEqualTo(19);
    assertThat(frames("refused")).isEqualTo(1);
  }

  private ArrivedFrame noted(String text, String command) {
    return new ArrivedFrame(
        device.mn(),
        TestFrames.START,
        "mqtt",
        text.getBytes(StandardCharsets.UTF_8),
        command,
        new FrameVerdict.Noted(),
        FrameFacts.NONE);
  }

  private double frames(String fate) {
    return meters.counter("tijian.gateway.frames", "fate", fate).count();
  }
}
