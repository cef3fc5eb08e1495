package org.tijian.analytics.site;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.CertificateMaker.Identity;

/** The table {@code authority}: one row, read once. */
final class AuthorityTable {
  private static final String ADD =
      """
      insert into authority (certificate, private_key, sealed) values (:certificate, :key, true)
      on conflict do nothing
      """;

  private static final String CLEAR =
      "select private_key from authority where not sealed for update";
  private static final String SEAL = "update authority set private_key = :key, sealed = true";

  /** What the key is sealed as. */
  private static final String PLACE = "authority";

  private final MonitoringDatabase database;
  private final AtRest atRest;
  private final CertificateMaker maker;
  private volatile @Nullable Identity known;

  AuthorityTable(MonitoringDatabase database, AtRest atRest, CertificateMaker maker) {
    this.database = database;
    this.atRest = atRest;
    this.maker = maker;
    database.transaction().executeWithoutResult(status -> sealWhatIsClear());
  }

  /** Earlier releases kept the key as it is. */
  private void sealWhatIsClear() {
    database
        .jdbc()
        .sql(CLEAR)
        .query(byte[].class)
        .optional()
        .ifPresent(
            clear -> database.jdbc().sql(SEAL).param("key", atRest.seal(PLACE, clear)).update());
  }

  /** Two processes may make one at the same time: only the first is kept, and both use it. */
  Identity get() {
    Identity authority = known;
    if (authority == null) {
      authority = stored().orElseGet(this::made);
      known = authority;
    }
    return authority;
  }

  private Identity made() {
    Identity fresh = maker.authority(Instant.now());
    try {
      database
          .jdbc()
          .sql(ADD)
          .param("certificate", fresh.certificate().getEncoded())
          .param("key", atRest.seal(PLACE, fresh.key().getEncoded()))
          .update();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of our own cannot be written", e);
    }
    return stored().orElseThrow();
  }

  private Optional<Identity> stored() {
    return database
        .jdbc()
        .sql("select certificate, private_key from authority")
        .query((row, n) -> identity(row, atRest))
        .optional();
  }

  private static Identity identity(ResultSet row, AtRest atRest) throws SQLException {
    try {
      return new Identity(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(row.getBytes("certificate"))),
          KeyFactory.getInstance("EC")
              .generatePrivate(
                  new PKCS8EncodedKeySpec(atRest.open(PLACE, row.getBytes("private_key")))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the authority in the database cannot be read", e);
    }
  }
}
