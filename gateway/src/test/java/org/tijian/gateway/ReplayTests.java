package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.gateway.TestFrames.damaged;
import static org.tijian.gateway.TestFrames.minute;
import static org.tijian.gateway.TestSite.eventually;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameReplays;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.Reconciliation;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.inbox.Ways;
import org.tijian.gateway.normalise.Normaliser;
import org.tijian.gateway.replay.Replayer;

/** From quarantine to readings, judged by the gateway's own stages. */
class ReplayTests {
  private static final String STRANGER = "STRANGER01";

  private static TestSite site;

  @BeforeAll
  static void open() {
    site = new TestSite(TestPostgres.freshDatabase());
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void theKeptFramesOfALoggerAreReadOnceItIsRegistered() {
    LoggerSettings settings = site.settings;
    Loggers loggers = new Loggers(site.register, settings);
    FrameStages stages =
        new FrameStages(
            new Admission(loggers, new SimpleMeterRegistry()),
            new FrameReader(loggers),
            new Normaliser(site.register),
            new Ways(InstantSource.system()));
    FrameStore.on(site.database()).append(arrived(stages));
    TestDevice neighbour = site.device();
    site.register.addDevice(STRANGER, neighbour.outletId());
    settings.setDialect(STRANGER, Dialect.STANDARD.withTcp(true));
    assertThat(site.storedMinutes(neighbour)).isZero();

    FrameReplays replays = FrameReplays.on(site.database());
    replays.ask(STRANGER, "director");
    try (Replayer replayer =
        new Replayer(replays, k -> stages.read(k.mn(), k.receivedAt(), k.transport(), k.bytes()))) {
      replayer.start();
      eventually().until(() -> replays.ofLogger(STRANGER, 1).get(0).doneAt() != null);
    }

    assertThat(site.storedMinutes(neighbour)).isEqualTo(5);
    assertThat(replays.ofLogger(STRANGER, 1).get(0).mended()).isEqualTo(5);
    assertThat(site.ledger.quarantine(STRANGER, null, 10))
        .singleElement()
        .matches(q -> q.reason().code().equals("crc-mismatch"));
    assertThat(site.ledger.reconcile(STRANGER)).matches(Reconciliation::addsUp);
  }

  /** Five minutes of a logger that nobody registered, and a damaged one. */
  private static List<ArrivedFrame> arrived(FrameStages stages) {
    List<byte[]> frames = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      frames.add(minute(STRANGER, number));
    }
    frames.add(damaged(minute(STRANGER, 5)));
    return frames.stream()
        .flatMap(f -> stages.read(STRANGER, TestFrames.START.plusSeconds(600), "tcp", f).stream())
        .toList();
  }
}
