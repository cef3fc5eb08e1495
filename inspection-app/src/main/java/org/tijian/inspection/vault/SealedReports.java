package org.tijian.inspection.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Reports as they stood at the closing meeting. */
@Component
public class SealedReports {
  private static final String ADD =
      """
      insert into sealed.report (checkup_id, prepared_at, content)
      values (:checkup, :preparedAt, :content)
      """;
  private static final String FIND =
      "select prepared_at, content from sealed.report where checkup_id = :checkup";

  private final JdbcClient jdbc;

  SealedReports(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  public void add(UUID checkupId, SealedReport report) {
    jdbc.sql(ADD)
        .param("checkup", checkupId)
        .param("preparedAt", report.preparedAt().atOffset(ZoneOffset.UTC))
        .param("content", report.content())
        .update();
  }

  /** Empty before the closing meeting and after the report was deleted. */
  public Optional<SealedReport> find(UUID checkupId) {
    return jdbc.sql(FIND)
        .param("checkup", checkupId)
        .query(
            (row, index) ->
                new SealedReport(
                    row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                    row.getString("content")))
        .optional();
  }

  /**
   * @param content everything the report says, as JSON
   */
  public record SealedReport(Instant preparedAt, String content) {

    /** Never its content: a report that ends up in a log line must tell nothing. */
    @Override
    public String toString() {
      return "SealedReport[%s]".formatted(preparedAt);
    }
  }
}
