package org.tijian.inspection.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.chain.CompletionCertificate;
import org.tijian.inspection.database.VaultDatabase;
import tools.jackson.databind.json.JsonMapper;

/** The certificates that were issued. */
@Component
class CertificateStore {
  private static final String ADD =
      """
      insert into completion_certificate (checkup_id, number, code, content, issued_at)
      values (:checkup, :number, :code, :content, :at)
      """;
  private static final String REVOKE =
      """
      update completion_certificate set revoked_at = :at, revoked_by = :by, reason = :reason
       where checkup_id = :checkup and revoked_at is null
      """;
  private static final String PROGRAMME =
      """
      select p.title_zh, p.title_en from programme p join checkup_programme c on c.programme_id = p.id
       where c.checkup_id = :checkup
      """;
  private static final String NEWEST =
      """
      select * from completion_certificate
       where (cast(:before as text) is null or number < :before) order by number desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  CertificateStore(VaultDatabase vault, JsonMapper json) {
    this.jdbc = vault.jdbc();
    this.json = json;
  }

  /** The next number of the year, for people. */
  String nextNumber(int year) {
    long next = jdbc.sql("select nextval('certificate_number')").query(Long.class).single();
    return "TJ-C-%d-%06d".formatted(year, next);
  }

  /** Name of the programme that the check-up answered; empty if the enterprise came by itself. */
  Optional<LocalName> programmeOf(UUID checkupId) {
    return jdbc.sql(PROGRAMME)
        .param("checkup", checkupId)
        .query((row, index) -> new LocalName(row.getString("title_zh"), row.getString("title_en")))
        .optional();
  }

  void add(UUID checkupId, CompletionCertificate certificate, Instant at) {
    jdbc.sql(ADD)
        .param("checkup", checkupId)
        .param("number", certificate.number())
        .param("code", certificate.code())
        .param("content", json.writeValueAsString(certificate))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** False if it was revoked before, or never issued. */
  boolean revoke(UUID checkupId, Instant at, String by, @Nullable String reason) {
    return jdbc.sql(REVOKE)
            .param("checkup", checkupId)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", by)
            .param("reason", reason)
            .update()
        == 1;
  }

  Optional<Issued> of(UUID checkupId) {
    return jdbc.sql("select * from completion_certificate where checkup_id = :checkup")
        .param("checkup", checkupId)
        .query(this::read)
        .optional();
  }

  Optional<Issued> byCode(String code) {
    return jdbc.sql("select * from completion_certificate where code = :code")
        .param("code", code)
        .query(this::read)
        .optional();
  }

  /**
   * Newest first.
   *
   * @param before number that the page before ended with; null for the first page
   */
  List<Issued> newest(@Nullable String before, int limit) {
    return jdbc.sql(NEWEST).param("before", before).param("limit", limit).query(this::read).list();
  }

  private Issued read(ResultSet row, int index) throws SQLException {
    OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
    return new Issued(
        row.getObject("checkup_id", UUID.class),
        json.readValue(row.getString("content"), CompletionCertificate.class),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        revoked == null ? null : revoked.toInstant(),
        row.getString("revoked_by"),
        row.getString("reason"));
  }
}
