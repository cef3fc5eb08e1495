package org.tijian.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.site.AtRest;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;

/** A site with devices in a database, and what has been stored of them. */
final class TestSite implements AutoCloseable {
  private final MonitoringDatabase database;
  final SiteRegister register;
  final FrameLedger ledger;
  final ReadingStore readings;
  final LoggerSettings settings;
  private final AtRest atRest;

  /** One for all tests: the gateway that is tested needs the same. */
  static final Path SECRET_FILE = secretFile();

  /** A device with its outlet and its password. */
  record TestDevice(String mn, long outletId, String password) {}

  TestSite(String databaseUrl) {
    database = MonitoringDatabase.open(databaseUrl, "postgres", "postgres");
    register = SiteRegister.on(database);
    ledger = FrameLedger.on(database);
    readings = ReadingStore.on(database);
    atRest = AtRest.on(database, SECRET_FILE);
    settings = LoggerSettings.on(database, atRest);
  }

  private static Path secretFile() {
    try {
      Path directory = Files.createTempDirectory("secret");
      directory.toFile().deleteOnExit();
      Path file = directory.resolve("keys.secret");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CertificateAuthority authority() {
    return CertificateAuthority.on(database, atRest);
  }

  TestDevice device() {
    String mn =
        UUID.randomUUID().toString().replace("-", "").substring(0, 24).toUpperCase(Locale.ROOT);
    long outlet = registerIn(database, mn);
    return new TestDevice(mn, outlet, register.issueCredential(mn, "test").password());
  }

  /**
   * @return the outlet it reports
   */
  static long registerIn(MonitoringDatabase database, String mn) {
    SiteRegister register = SiteRegister.on(database);
    Site site = register.addSite(new LocalName("厂", "Plant"));
    Outlet outlet =
        register.addOutlet(
            new Outlet(
                0, site.id(), "DA001", new LocalName("口", "Outlet"), null, false, List.of()));
    register.addDevice(mn, outlet.id());
    return outlet.id();
  }

  /** May come over TCP and sends that password (PW). */
  TestDevice tcpDevice(@Nullable String password) {
    TestDevice device = device();
    Dialect usual = Dialect.STANDARD;
    settings.setDialect(
        device.mn(),
        new Dialect(
            usual.edition(),
            usual.encoding(),
            usual.checkSum(),
            usual.offset(),
            usual.factorMap(),
            usual.ownFactors(),
            usual.cipher(),
            password,
            usual.systemType(),
            true,
            usual.backfill()));
    return device;
  }

  long storedMinutes(TestDevice device) {
    return readings.count(
        device.outletId(), PeriodKind.MINUTE, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
  }

  List<FrameLedger.Quarantined> quarantine(TestDevice device) {
    return ledger.quarantine(device.mn(), null, 100);
  }

  MonitoringDatabase database() {
    return database;
  }

  /** Long enough for a slow machine; a passing test does not use it up. */
  static ConditionFactory eventually() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }

  @Override
  public void close() {
    database.close();
  }
}
