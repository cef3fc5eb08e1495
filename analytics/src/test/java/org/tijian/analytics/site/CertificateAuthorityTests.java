package org.tijian.analytics.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.CertificateAuthority.Certificate;
import org.tijian.analytics.site.CertificateAuthority.Issued;
import org.tijian.analytics.testing.TestPostgres;

class CertificateAuthorityTests {
  @TempDir static Path secrets;
  private static MonitoringDatabase database;
  private static CertificateAuthority authority;
  private static CertificateAuthority ofAnotherProcess;

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
    authority = CertificateAuthority.on(database, atRest());
    ofAnotherProcess = CertificateAuthority.on(database, atRest());
    SiteRegister register = SiteRegister.on(database);
    Site site = register.addSite(new LocalName("厂", "Plant"));
    Outlet outlet =
        register.addOutlet(
            new Outlet(0, site.id(), "DA1", new LocalName("口", "Outlet"), null, false, List.of()));
    register.addDevice("CERT-1", outlet.id());
    register.addDevice("CERT-2", outlet.id());
  }

  private static AtRest atRest() {
    return AtRest.on(database, secrets.resolve("keys.secret"));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void aCertificateSpeaksForItsLoggerInEveryProcessUntilItIsRevoked() throws Exception {
    Issued issued = authority.issue("CERT-1", "cabinet 1");
    X509Certificate certificate = read(issued.certificatePem());
    assertThat(ofAnotherProcess.deviceOf(certificate)).contains("CERT-1");
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(certificate.getNotAfter().toInstant())
        .isAfter(Instant.now().atZone(ZoneOffset.UTC).plusYears(2).minusDays(1).toInstant());
    assertThat(issued.privateKeyPem()).startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertThat(issued.toString()).doesNotContain("PRIVATE");

    authority.revoke("CERT-2", issued.certificate().serial());
    assertThat(authority.deviceOf(certificate)).contains("CERT-1");

    ofAnotherProcess.revoke("CERT-1", issued.certificate().serial());
    assertThat(authority.deviceOf(certificate)).isEmpty();
    assertThat(authority.certificates("CERT-1"))
        .filteredOn(each -> each.serial().equals(issued.certificate().serial()))
        .extracting(Certificate::revokedAt)
        .doesNotContainNull();
  }

  @Test
  void serialNumbersSayNothingAndTheAuthorityIsOne() throws Exception {
    String one = authority.issue("CERT-2", "a").certificate().serial();
    String other = authority.issue("CERT-2", "b").certificate().serial();

    assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo(other);
    assertThat(authority.certificates("CERT-2"))
        .extracting(Certificate::serial)
        .contains(one, other);
    assertThat(ofAnotherProcess.certificate()).isEqualTo(authority.certificate());
    authority.certificate().verify(authority.certificate().getPublicKey());
  }

  @Test
  void aCertificateOfAnotherAuthoritySpeaksForNobody() throws Exception {
    CertificateMaker maker = new CertificateMaker();
    CertificateMaker.Identity foreign = maker.authority(Instant.now());
    X509Certificate forged = maker.device(foreign, "CERT-1", Instant.now()).certificate();
    X509Certificate over =
        maker.device(foreign, "CERT-1", Instant.now().minus(1_000, ChronoUnit.DAYS)).certificate();

    assertThat(authority.deviceOf(forged)).isEmpty();
    assertThat(authority.deviceOf(over)).isEmpty();
    assertThat(authority.deviceOf(authority.certificate())).isEmpty();
  }

  @Test
  void aServerIsKnownByItsNamesAndAddresses() throws Exception {
    KeyStore store =
        authority.server(List.of("localhost", "127.0.0.1", "::1"), "secret".toCharArray());

    X509Certificate server = (X509Certificate) store.getCertificate("server");
    server.verify(authority.certificate().getPublicKey());
    assertThat(server.getSubjectAlternativeNames())
        .extracting(name -> (Object) name.get(1))
        .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(authority.deviceOf(server)).isEmpty();
    assertThat(store.getKey("server", "secret".toCharArray())).isNotNull();
  }

  private static X509Certificate read(String pem) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }
}
