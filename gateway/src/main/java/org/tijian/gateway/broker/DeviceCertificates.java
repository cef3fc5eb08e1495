package org.tijian.gateway.broker;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.tijian.analytics.site.CertificateAuthority;

/**
 * Asks the authority for every connection whose certificate it is. As with passwords, while the
 * database cannot be asked, the certificate that was right the last time still is.
 */
final class DeviceCertificates {
  private static final Logger log = LoggerFactory.getLogger(DeviceCertificates.class);

  private final CertificateAuthority authority;

  /** The certificate that was accepted last, by MN. */
  private final ConcurrentMap<String, X509Certificate> accepted = new ConcurrentHashMap<>();

  DeviceCertificates(CertificateAuthority authority) {
    this.authority = authority;
  }

  Optional<String> deviceOf(X509Certificate certificate) {
    try {
      Optional<String> mn = authority.deviceOf(certificate);
      mn.ifPresentOrElse(
          known -> accepted.put(known, certificate),
          () -> accepted.values().removeIf(certificate::equals));
      return mn;
    } catch (NestedRuntimeException e) {
      log.warn("the authority cannot be asked about a certificate: {}", e.toString());
      return accepted.entrySet().stream()
          .filter(entry -> entry.getValue().equals(certificate))
          .map(java.util.Map.Entry::getKey)
          .findFirst();
    }
  }
}
