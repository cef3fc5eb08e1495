package org.tijian.analytics.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.CertificateAuthority.Certificate;

/** The table {@code logger_certificate}; asked at every connection, remembers nothing between. */
final class CertificateTable {
  private static final String ADD =
      """
      insert into logger_certificate (serial, mn, label, not_after)
      values (:serial, :mn, :label, :notAfter)
      """;

  private static final String LIST =
      """
      select mn, serial, label, not_after, revoked_at from logger_certificate
       where mn = :mn order by created_at desc, serial
      """;

  private static final String REVOKE =
      """
      update logger_certificate set revoked_at = now()
       where serial = :serial and mn = :mn and revoked_at is null
      """;

  private static final String HOLDER =
      "select mn from logger_certificate where serial = :serial and revoked_at is null";

  private final MonitoringDatabase database;

  CertificateTable(MonitoringDatabase database) {
    this.database = database;
  }

  void add(Certificate certificate) {
    database
        .jdbc()
        .sql(ADD)
        .param("serial", certificate.serial())
        .param("mn", certificate.mn())
        .param("label", certificate.label())
        .param("notAfter", certificate.notAfter().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Certificate> list(String mn) {
    return database.jdbc().sql(LIST).param("mn", mn).query((row, n) -> certificate(row)).list();
  }

  void revoke(String mn, String serial) {
    database.jdbc().sql(REVOKE).param("serial", serial).param("mn", mn).update();
  }

  Optional<String> holder(String serial) {
    return database.jdbc().sql(HOLDER).param("serial", serial).query(String.class).optional();
  }

  private static Certificate certificate(ResultSet row) throws SQLException {
    OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
    return new Certificate(
        row.getString("mn"),
        row.getString("serial"),
        row.getString("label"),
        row.getObject("not_after", OffsetDateTime.class).toInstant(),
        revokedAt == null ? null : revokedAt.toInstant());
  }
}
