package org.tijian.inspection.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LoggerSettings;

/** A logger's settings in words; keys and passwords of connections are never among them. */
@Component
class LoggerSettingsViews {
  /** HJ 212-2025 has keys changed every 90 days. */
  private static final Duration KEY_LIFE = Duration.ofDays(90);

  private final LoggerSettings settings;
  private final CertificateAuthority authority;
  private final DialectProposals proposals;
  private final LoggerConnections connections;

  LoggerSettingsViews(
      LoggerSettings settings,
      CertificateAuthority authority,
      DialectProposals proposals,
      LoggerConnections connections) {
    this.settings = settings;
    this.authority = authority;
    this.proposals = proposals;
    this.connections = connections;
  }

  record View(
      String mn,
      DialectView dialect,
      List<DialectProposal> proposals,
      LoggerConnections.Connection connection,
      List<KeyView> keys,
      List<CertificateView> certificates) {}

  /**
   * @param offset for example {@code +08:00}
   */
  record DialectView(
      Dialect.Edition edition,
      Dialect.Encoding encoding,
      Dialect.CheckSum checkSum,
      String offset,
      Dialect.FactorMap factorMap,
      Map<String, String> ownFactors,
      Dialect.Cipher cipher,
      @Nullable String password,
      String systemType,
      boolean tcp,
      boolean backfill) {

    static DialectView of(Dialect dialect) {
      String id = dialect.offset().getId();
      return new DialectView(
          dialect.edition(),
          dialect.encoding(),
          dialect.checkSum(),
          id.equals("Z") ? "+00:00" : id,
          dialect.factorMap(),
          dialect.ownFactors(),
          dialect.cipher(),
          dialect.password(),
          dialect.systemType(),
          dialect.tcp(),
          dialect.backfill());
    }
  }

  record KeyView(
      long id,
      Instant createdAt,
      @Nullable Instant inUseSince,
      @Nullable Instant lastUsedAt,
      Instant dueAt) {
    static KeyView of(LoggerSettings.Key key) {
      return new KeyView(
          key.id(),
          key.createdAt(),
          key.inUseSince(),
          key.lastUsedAt(),
          key.createdAt().plus(KEY_LIFE));
    }
  }

  record CertificateView(
      String serial, String label, Instant notAfter, @Nullable Instant revokedAt) {
    static CertificateView of(CertificateAuthority.Certificate certificate) {
      return new CertificateView(
          certificate.serial(),
          certificate.label(),
          certificate.notAfter(),
          certificate.revokedAt());
    }
  }

  View of(Device device) {
    Dialect dialect = settings.dialect(device.mn());
    return new View(
        device.mn(),
        DialectView.of(dialect),
        proposals.of(device.mn(), dialect),
        connections.of(device),
        settings.keys(device.mn()).stream().map(KeyView::of).toList(),
        authority.certificates(device.mn()).stream().map(CertificateView::of).toList());
  }
}
