package org.tijian.analytics.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.CertificateMaker.Identity;

/** The authority with its key, enciphered, in PostgreSQL. */
final class JdbcCertificateAuthority implements CertificateAuthority {
  private static final int LINE = 64;

  private final CertificateMaker maker = new CertificateMaker();
  private final AuthorityTable authority;
  private final CertificateTable certificates;

  JdbcCertificateAuthority(MonitoringDatabase database, AtRest atRest) {
    authority = new AuthorityTable(database, atRest, maker);
    certificates = new CertificateTable(database);
  }

  @Override
  public X509Certificate certificate() {
    return authority.get().certificate();
  }

  @Override
  public Issued issue(String mn, String label) {
    Identity device = maker.device(authority.get(), mn, Instant.now());
    X509Certificate made = device.certificate();
    Certificate certificate =
        new Certificate(mn, serial(made), label, made.getNotAfter().toInstant(), null);
    certificates.add(certificate);
    return new Issued(
        certificate, pem(made), pem("PRIVATE KEY", device.key().getEncoded()), pem(certificate()));
  }

  @Override
  public List<Certificate> certificates(String mn) {
    return certificates.list(mn);
  }

  @Override
  public void revoke(String mn, String serial) {
    certificates.revoke(mn, serial);
  }

  @Override
  public Optional<String> deviceOf(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      certificate.verify(certificate().getPublicKey());
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
    return certificates.holder(serial(certificate)).filter(commonName(certificate)::equals);
  }

  @Override
  public KeyStore server(Collection<String> hosts, char[] password) {
    Identity server = maker.server(authority.get(), hosts, Instant.now());
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "server",
          server.key(),
          password,
          new X509Certificate[] {server.certificate(), certificate()});
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the server's key cannot be kept", e);
    }
  }

  private static String commonName(X509Certificate certificate) {
    RDN[] names =
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
            .getRDNs(BCStyle.CN);
    return names.length == 1 ? IETFUtils.valueToString(names[0].getFirst().getValue()) : "";
  }

  private static String serial(X509Certificate certificate) {
    return "%032x".formatted(certificate.getSerialNumber());
  }

  private static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of our own cannot be written", e);
    }
  }

  private static String pem(String type, byte[] content) {
    String lines =
        Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(content);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(type, lines, type)
        .replace(System.lineSeparator(), "\n");
  }
}
