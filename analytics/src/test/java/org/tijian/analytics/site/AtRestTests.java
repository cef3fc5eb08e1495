package org.tijian.analytics.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.testing.TestPostgres;

class AtRestTests {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path directory;
  private Path file;
  private MonitoringDatabase database;

  @BeforeEach
  void open() {
    file = directory.resolve("new/keys.secret");
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatIsSealedOpensAtItsPlaceInEveryProcessAndNowhereElse() {
    byte[] sealed = AtRest.on(database, file).seal("a", KEY);
    AtRest other = AtRest.on(database, file);

    assertThat(other.open("a", sealed)).isEqualTo(KEY);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("0123456789abcdef");
    assertThat(other.seal("a", KEY)).isNotEqualTo(sealed);
    assertThatIllegalStateException().isThrownBy(() -> other.open("b", sealed));
    sealed[sealed.length - 1] ^= 1;
    assertThatIllegalStateException().isThrownBy(() -> other.open("a", sealed));
    assertThatIllegalStateException().isThrownBy(() -> other.open("a", new byte[3]));
    assertThatIllegalStateException().isThrownBy(() -> AtRest.none().seal("a", KEY));
  }

  @Test
  void onlyItsOwnerReadsTheFile() throws Exception {
    AtRest.on(database, file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent()).isDirectoryContaining("glob:**keys.secret");
    assertThat(Files.list(file.getParent())).hasSize(1);
  }

  @Test
  void anotherFileIsRefusedAndNoneIsMadeInPlaceOfALostOne() throws Exception {
    AtRest.on(database, file);
    Path lost = directory.resolve("lost.secret");
    Files.move(file, lost);

    assertThatExceptionOfType(WrongSecretFile.class)
        .isThrownBy(() -> AtRest.on(database, file))
        .satisfies(refused -> assertThat(refused.reason().en()).contains("not there"));
    assertThat(file).doesNotExist();

    Path foreign = directory.resolve("foreign.secret");
    new SecretFile(foreign).create();
    assertThatExceptionOfType(WrongSecretFile.class)
        .isThrownBy(() -> AtRest.on(database, foreign))
        .satisfies(refused -> assertThat(refused.reason().en()).contains("not the one"));

    byte[] sealed = AtRest.on(database, lost).seal("a", KEY);
    assertThat(AtRest.on(database, lost).open("a", sealed)).isEqualTo(KEY);
  }

  @Test
  void aFileThatHoldsSomethingElseIsRefused() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "password");

    assertThatIllegalStateException().isThrownBy(() -> AtRest.on(database, file));
  }

  @Test
  void whatEarlierReleasesLeftInTheClearIsSealedAtTheStart() throws Exception {
    SiteRegister register = SiteRegister.on(database);
    Site site = register.addSite(new LocalName("厂", "Plant"));
    Outlet outlet =
        register.addOutlet(
            new Outlet(0, site.id(), "DA1", new LocalName("口", "Outlet"), null, false, List.of()));
    register.addDevice("K-1", outlet.id());
    database
        .jdbc()
        .sql("insert into logger_key (mn, key, created_at) values ('K-1', :key, now())")
        .param("key", KEY)
        .update();
    CertificateMaker.Identity authority = new CertificateMaker().authority(Instant.now());
    byte[] clear = authority.key().getEncoded();
    database
        .jdbc()
        .sql("insert into authority (certificate, private_key) values (:certificate, :key)")
        .param("certificate", authority.certificate().getEncoded())
        .param("key", clear)
        .update();

    for (int start = 0; start < 2; start++) {
      AtRest atRest = AtRest.on(database, file);
      LoggerSettings settings = LoggerSettings.on(database, atRest);
      CertificateAuthority known = CertificateAuthority.on(database, atRest);

      assertThat(settings.keys("K-1"))
          .singleElement()
          .satisfies(key -> assertThat(key.key()).isEqualTo(KEY));
      assertThat(known.certificate()).isEqualTo(authority.certificate());
      assertThat(known.deviceOf(certificate(known.issue("K-1", "a")))).contains("K-1");
    }
    assertThat(stored("select key from logger_key")).isNotEqualTo(KEY);
    assertThat(stored("select private_key from authority")).isNotEqualTo(clear);
    assertThat(count("logger_key")).isZero();
    assertThat(count("authority")).isZero();
  }

  private static X509Certificate certificate(CertificateAuthority.Issued issued) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(
                    issued.certificatePem().getBytes(StandardCharsets.US_ASCII)));
  }

  private byte[] stored(String sql) {
    return database.jdbc().sql(sql).query(byte[].class).single();
  }

  private long count(String table) {
    return database
        .jdbc()
        .sql("select count(*) from %s where not sealed".formatted(table))
        .query(Long.class)
        .single();
  }
}
