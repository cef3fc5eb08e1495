package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/** What is set for a logger, and what it signs in and enciphers with. */
@RestController
@RequestMapping("/api/loggers/{mn}")
class LoggerSettingsController {
  private static final int MOST_KEYS = 100;
  private static final int MOST_VALID_CERTIFICATES = 20;

  private final LoggerAccess access;
  private final LoggerSettings settings;
  private final CertificateAuthority authority;
  private final LoggerSettingsViews views;
  private final Clock clock;

  LoggerSettingsController(
      LoggerAccess access,
      LoggerSettings settings,
      CertificateAuthority authority,
      LoggerSettingsViews views,
      Clock clock) {
    this.access = access;
    this.settings = settings;
    this.authority = authority;
    this.views = views;
    this.clock = clock;
  }

  record NewKey(@Nullable String key) {}

  record NewCertificate(@Nullable String label) {}

  /**
   * @param privateKeyPem told this once
   */
  record IssuedCertificate(
      String serial,
      String label,
      Instant notAfter,
      @Nullable Instant revokedAt,
      String certificatePem,
      String privateKeyPem,
      String authorityPem) {}

  @GetMapping("/settings")
  LoggerSettingsViews.View settings(
      @AuthenticationPrincipal Account account, @PathVariable String mn) {
    return views.of(access.own(account, mn));
  }

  @PostMapping("/settings")
  LoggerSettingsViews.View change(
      @AuthenticationPrincipal Account account,
      @PathVariable String mn,
      @RequestBody DialectForm form) {
    Device device = access.own(account, mn);
    settings.setDialect(device.mn(), form.dialect());
    return views.of(device);
  }

  @PostMapping("/keys")
  LoggerSettingsViews.View addKey(
      @AuthenticationPrincipal Account account,
      @PathVariable String mn,
      @RequestBody NewKey wanted) {
    Device device = access.own(account, mn);
    String key = Input.required("key", wanted.key());
    Input.check(
        key.matches("[0-9A-Fa-f]{32}"),
        "key",
        "SM4 密钥为 32 位十六进制数。",
        "An SM4 key is 32 hexadecimal digits.");
    requireRoom(settings.keys(device.mn()).size(), MOST_KEYS, "too-many-keys");
    settings.addKey(device.mn(), HexFormat.of().parseHex(key), clock.instant());
    return views.of(device);
  }

  @PostMapping("/certificates")
  IssuedCertificate issue(
      @AuthenticationPrincipal Account account,
      @PathVariable String mn,
      @RequestBody NewCertificate wanted) {
    Device device = access.own(account, mn);
    String label = Input.filledText("label", wanted.label(), 60);
    requireRoom(validCertificates(device), MOST_VALID_CERTIFICATES, "too-many-certificates");
    CertificateAuthority.Issued issued = authority.issue(device.mn(), label);
    CertificateAuthority.Certificate certificate = issued.certificate();
    return new IssuedCertificate(
        certificate.serial(),
        certificate.label(),
        certificate.notAfter(),
        certificate.revokedAt(),
        issued.certificatePem(),
        issued.privateKeyPem(),
        issued.authorityPem());
  }

  private long validCertificates(Device device) {
    return authority.certificates(device.mn()).stream()
        .filter(each -> each.revokedAt() == null && each.notAfter().isAfter(clock.instant()))
        .count();
  }

  @DeleteMapping("/certificates/{serial}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @AuthenticationPrincipal Account account,
      @PathVariable String mn,
      @PathVariable String serial) {
    Device device = access.own(account, mn);
    if (authority.certificates(device.mn()).stream().noneMatch(c -> c.serial().equals(serial))) {
      throw RefusedRequest.noAccess();
    }
    authority.revoke(device.mn(), serial);
  }

  private static void requireRoom(long there, int most, String code) {
    if (there >= most) {
      throw new RefusedRequest(
          409,
          code,
          new LocalName("已达上限 %d 个。".formatted(most), "There are %d already.".formatted(most)));
    }
  }
}
