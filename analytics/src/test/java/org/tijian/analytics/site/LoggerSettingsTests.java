package org.tijian.analytics.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.LoggerSettings.Key;
import org.tijian.analytics.site.LoggerSettings.Waiting;
import org.tijian.analytics.testing.TestPostgres;

class LoggerSettingsTests {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path secrets;
  private MonitoringDatabase database;
  private LoggerSettings settings;
  private SiteRegister register;

  @BeforeEach
  void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
    settings = LoggerSettings.on(database, AtRest.on(database, secrets.resolve("keys.secret")));
    register = SiteRegister.on(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aLoggerThatNobodyDescribedSpeaksTheStandard() {
    assertThat(settings.dialect("UNKNOWN")).isEqualTo(Dialect.STANDARD);
  }

  @Test
  void aDialectComesBackWhole() {
    device("D-1");
    Dialect odd =
        new Dialect(
            Dialect.Edition.E2005,
            Dialect.Encoding.GBK,
            Dialect.CheckSum.MODBUS_LOW_FIRST,
            ZoneOffset.ofHoursMinutes(5, 30),
            Dialect.FactorMap.FROM_2005,
            Map.of("B02x", "a00000"),
            Dialect.Cipher.SM4_TEXT,
            "123456",
            "32",
            true,
            false);
    assertThat(settings.dialect("D-1")).isEqualTo(Dialect.STANDARD);

    settings.setDialect("D-1", odd);

    assertThat(settings.dialect("D-1")).isEqualTo(odd);
    assertThat(LoggerSettings.on(database).dialect("D-1")).isEqualTo(odd);
    assertThatIllegalArgumentException().isThrownBy(() -> settings.setDialect("D-2", odd));
  }

  @Test
  void theNewestKeyComesFirstAndItsFirstUseStays() {
    device("K-1");
    Key old = settings.addKey("K-1", new byte[16], NOW.minusSeconds(60));
    Key young =
        settings.addKey("K-1", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6}, NOW);

    settings.keyInUse(old, NOW);
    settings.keyInUse(old, NOW.plusSeconds(9));
    settings.keyInUse(settings.keys("K-1").get(1), NOW.plusSeconds(3_599));

    List<Key> keys = settings.keys("K-1");
    assertThat(keys).extracting(Key::id).containsExactly(young.id(), old.id());
    assertThat(keys.get(0).key()).isEqualTo(young.key());
    assertThat(keys.get(0).inUseSince()).isNull();
    assertThat(keys.get(0).lastUsedAt()).isNull();
    assertThat(keys.get(1).inUseSince()).isEqualTo(NOW);
    assertThat(keys.get(1).lastUsedAt()).isEqualTo(NOW.plusSeconds(9));
    settings.keyInUse(keys.get(1), NOW.plusSeconds(3_609));
    assertThat(settings.keys("K-1").get(1).lastUsedAt()).isEqualTo(NOW.plusSeconds(3_609));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.addKey("K-1", new byte[15], NOW));
  }

  @Test
  void anUnknownLoggerWaitsUntilItLeaves() throws Exception {
    settings.waits("W-1", "tcp", "127.0.0.1:4000", "first", NOW.minusSeconds(5));
    settings.waits("W-1", "tcp", "127.0.0.1:4001", "123456", NOW);

    Waiting waiting = settings.waiting("W-1").orElseThrow();
    assertThat(waiting.frames()).isEqualTo(2);
    assertThat(waiting.firstSeenAt()).isEqualTo(NOW.minusSeconds(5));
    assertThat(waiting.lastSeenAt()).isEqualTo(NOW);
    assertThat(waiting.peer()).isEqualTo("127.0.0.1:4001");
    assertThat(waiting.passwordSha256())
        .isEqualTo(
            MessageDigest.getInstance("SHA-256").digest("123456".getBytes(StandardCharsets.UTF_8)));

    settings.waits("W-1", "mqtt", null, null, NOW.plusSeconds(1));
    assertThat(settings.waiting(10)).singleElement().extracting(Waiting::frames).isEqualTo(3L);

    settings.leavesWaitingRoom("W-1");
    assertThat(settings.waiting("W-1")).isEmpty();
  }

  @Test
  void aHundredThousandMadeUpIdentifiersFillTheRoomAndNoMore() {
    for (int i = 0; i < 100_000; i++) {
      settings.waits("FLOOD-" + i, "tcp", null, null, NOW);
    }

    assertThat(settings.waiting(5_000)).hasSize(1_000);
    assertThat(settings.turnedAway()).isEqualTo(99_000);
  }

  @Test
  void aFullRoomTurnsAwayAndAPlaceIsFreeAgainAfterAWeekOfSilence() {
    for (int i = 0; i < 1_000; i++) {
      settings.waits("OLD-" + i, "tcp", null, null, NOW.minus(6, ChronoUnit.DAYS));
    }
    assertThat(settings.turnedAway()).isZero();

    settings.waits("NEW-1", "tcp", null, null, NOW);
    assertThat(settings.waiting("NEW-1")).isEmpty();
    assertThat(settings.turnedAway()).isEqualTo(1);

    database
        .jdbc()
        .sql("update waiting_logger set last_seen_at = :at where mn = 'OLD-7'")
        .param("at", NOW.minus(8, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
        .update();
    settings.waits("NEW-1", "tcp", null, null, NOW);
    assertThat(settings.waiting("NEW-1")).isPresent();
    assertThat(settings.waiting("OLD-7")).isEmpty();
  }

  @Test
  void whoIsRegisteredAndWhoHasNoIdentifierDoNotWait() {
    device("R-1");

    settings.waits("R-1", "tcp", null, null, NOW);
    settings.waits("not an\u0000 MN", "tcp", null, null, NOW);

    assertThat(settings.waiting(10)).isEmpty();
    assertThat(settings.turnedAway()).isEqualTo(1);
  }

  private void device(String mn) {
    Site site = register.addSite(new LocalName("厂", "Plant"));
    Outlet outlet =
        register.addOutlet(
            new Outlet(0, site.id(), "DA1", new LocalName("口", "Outlet"), null, false, List.of()));
    register.addDevice(mn, outlet.id());
  }
}
