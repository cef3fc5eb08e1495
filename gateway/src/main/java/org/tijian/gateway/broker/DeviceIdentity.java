package org.tijian.gateway.broker;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.SiteRegister;

/** Which device it is: by its certificate if it shows one, else by its MN and password. */
final class DeviceIdentity {
  private final DevicePasswords passwords;
  private final DeviceCertificates certificates;

  DeviceIdentity(SiteRegister register, CertificateAuthority authority) {
    this.passwords = new DevicePasswords(register);
    this.certificates = new DeviceCertificates(authority);
  }

  /**
   * A certificate that was revoked is not mended by a password: whoever shows it is sent away.
   *
   * @param user the MN, or null, which is enough beside a certificate
   */
  Optional<String> of(
      @Nullable String user, @Nullable String password, @Nullable X509Certificate certificate) {
    if (certificate != null) {
      return certificates
          .deviceOf(certificate)
          .filter(mn -> user == null || user.isEmpty() || user.equals(mn));
    }
    return user != null
            && password != null
            && Device.isMn(user)
            && passwords.isAuthentic(user, password)
        ? Optional.of(user)
        : Optional.empty();
  }
}
