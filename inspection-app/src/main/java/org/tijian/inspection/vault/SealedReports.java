package org.tijian.inspection.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/** Reports as they stood at the closing meeting, sealed with the key of their visit. */
@Component
public class SealedReports {
  private static final String ADD =
      """
      insert into sealed.report (checkup_id, prepared_at, sealed)
      values (:checkup, :preparedAt, :sealed)
      """;
  private static final String FIND =
      "select prepared_at, sealed from sealed.report where checkup_id = :checkup";

  /** What a report's ciphertext is bound to, beside its check-up. */
  static final String KIND = "report";

  private final JdbcClient jdbc;
  private final VisitKeys keys;

  SealedReports(VaultDatabase vault, VisitKeys keys) {
    this.jdbc = vault.jdbc();
    this.keys = keys;
  }

  /** Seals and stores the report, in the caller's transaction. */
  public void add(UUID checkupId, SealedReport report) {
    VisitKey key = keys.open(checkupId);
    jdbc.sql(ADD)
        .param("checkup", checkupId)
        .param("preparedAt", report.preparedAt().atOffset(ZoneOffset.UTC))
        .param("sealed", key.seal(KIND, checkupId, report.content()))
        .update();
  }

  /**
   * The report of a check-up that had its closing meeting.
   *
   * @throws RefusedRequest 410 {@code report-deleted} if its time is over
   */
  public SealedReport get(UUID checkupId) {
    return keys.within(checkupId, key -> get(checkupId, key));
  }

  private SealedReport get(UUID checkupId, VisitKey key) {
    return jdbc.sql(FIND)
        .param("checkup", checkupId)
        .query(
            (row, index) ->
                new SealedReport(
                    row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                    key.open(KIND, checkupId, row.getBytes("sealed"))))
        .optional()
        .orElseThrow(KeyRefusals::destroyed);
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
