package org.tijian.analytics.site;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;

/**
 * The table {@code device_credential}. It is asked at every connection and remembers nothing
 * between: whoever revokes a password, in whichever process, has it refused from the next
 * connection on; who is connected with it is found by {@link #revocations}.
 */
final class CredentialTable {
  private static final String ISSUE =
      """
      insert into device_credential (mn, label, sha256) values (:mn, :label, :hash) returning id
      """;

  private static final String REVOKE =
      """
      update device_credential set revoked_at = now()
       where id = :id and mn = :mn and revoked_at is null
      """;

  private static final String LIST =
      """
      select id, label, created_at, revoked_at from device_credential where mn = :mn order by id
      """;

  private static final String VALID =
      "select sha256 from device_credential where mn = :mn and revoked_at is null";

  private static final String REVOKED =
      """
      select mn, revoked_at from device_credential where revoked_at >= :since
       union
      select mn, revoked_at from logger_certificate where revoked_at >= :since
       order by revoked_at, mn
      """;

  private static final int PASSWORD_BITS = 160;

  private final MonitoringDatabase database;
  private final SecureRandom random = new SecureRandom();

  CredentialTable(MonitoringDatabase database) {
    this.database = database;
  }

  SiteRegister.IssuedCredential issue(String mn, String label) {
    String password = newPassword();
    long id =
        database
            .jdbc()
            .sql(ISSUE)
            .param("mn", mn)
            .param("label", label)
            .param("hash", hash(password))
            .query(Long.class)
            .single();
    return new SiteRegister.IssuedCredential(id, mn, password);
  }

  /** 32 characters of {@code 0-9 a-v}: people type it into loggers with small keyboards. */
  private String newPassword() {
    String digits = new BigInteger(PASSWORD_BITS, random).toString(32);
    return "0".repeat(PASSWORD_BITS / 5 - digits.length()) + digits;
  }

  void revoke(String mn, long credentialId) {
    database.jdbc().sql(REVOKE).param("id", credentialId).param("mn", mn).update();
  }

  List<SiteRegister.Revocation> revocations(Instant since) {
    return database
        .jdbc()
        .sql(REVOKED)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> revocation(row))
        .list();
  }

  private static SiteRegister.Revocation revocation(ResultSet row) throws SQLException {
    return new SiteRegister.Revocation(
        row.getString("mn"), row.getObject("revoked_at", OffsetDateTime.class).toInstant());
  }

  List<SiteRegister.Credential> list(String mn) {
    return database.jdbc().sql(LIST).param("mn", mn).query((row, n) -> credential(row)).list();
  }

  private static SiteRegister.Credential credential(ResultSet row) throws SQLException {
    OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
    return new SiteRegister.Credential(
        row.getLong("id"),
        row.getString("label"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        revokedAt == null ? null : revokedAt.toInstant());
  }

  /** Compares with every valid hash to the end, and hashes for unknown devices, too. */
  boolean isAuthentic(String mn, @Nullable String password) {
    byte[] offered = hash(password == null ? "" : password);
    boolean authentic = false;
    for (byte[] valid : database.jdbc().sql(VALID).param("mn", mn).query(byte[].class).list()) {
      authentic |= MessageDigest.isEqual(valid, offered);
    }
    return authentic;
  }

  private static byte[] hash(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
