package org.tijian.inspection.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

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

  /**
   * The report of a check-up that had its closing meeting.
   *
   * @throws RefusedRequest 410 {@code report-deleted} if its time is over
   */
  public SealedReport get(UUID checkupId) {
    return jdbc.sql(FIND)
        .param("checkup", checkupId)
        .query(
            (row, index) ->
                new SealedReport(
                    row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                    row.getString("content")))
        .optional()
        .orElseThrow(SealedReports::deleted);
  }

  private static RefusedRequest deleted() {
    return new RefusedRequest(
        410,
        "report-deleted",
        new LocalName(
            "保存期已满，平台上的副本已按规则删除。",
            "The platform's copy was deleted when its time was over, as the rules say."));
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
