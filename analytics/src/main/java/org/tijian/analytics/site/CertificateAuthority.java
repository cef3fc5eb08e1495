package org.tijian.analytics.site;

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;

/**
 * The platform's own small certificate authority (证书机构): it vouches for loggers to the broker and
 * for the broker to loggers, and for nobody else. Made when it is first asked.
 */
public interface CertificateAuthority {

  /**
   * The port on PostgreSQL.
   *
   * @param atRest enciphers the authority's private key
   */
  static CertificateAuthority on(MonitoringDatabase database, AtRest atRest) {
    return new JdbcCertificateAuthority(database, atRest);
  }

  /** What a logger must trust to know the broker. */
  X509Certificate certificate();

  /**
   * Issues a certificate for two years; earlier ones stay valid until revoked or over.
   *
   * @param label for people, for example who installed it
   */
  Issued issue(String mn, String label);

  /** Newest first. */
  List<Certificate> certificates(String mn);

  /** Refused from the next connection on; what is revoked stays so. */
  void revoke(String mn, String serial);

  /**
   * Whose certificate it is: empty unless it was issued here, is in its span, not revoked, and
   * names the same logger as the register of certificates.
   */
  Optional<String> deviceOf(X509Certificate certificate);

  /**
   * A key and certificate for a TLS server, new at every call.
   *
   * @param hosts names and IP addresses it is reached by
   * @param password enciphers the entry {@code server}
   */
  KeyStore server(Collection<String> hosts, char[] password);

  /**
   * A certificate without its private key, which is kept nowhere.
   *
   * @param serial 128 random bits, hexadecimal
   */
  record Certificate(
      String mn, String serial, String label, Instant notAfter, @Nullable Instant revokedAt) {}

  /** A new certificate with its private key, told this once. */
  record Issued(
      Certificate certificate, String certificatePem, String privateKeyPem, String authorityPem) {

    /** Without the key: accesses are logged. */
    @Override
    public String toString() {
      return certificate.toString();
    }
  }
}
