package org.tijian.inspection.report;

import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupView;
import org.tijian.inspection.request.CheckupViews;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.SealedReports;
import org.tijian.inspection.vault.VaultDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report page. */
@RestController
class ReportController {
  private final VaultDoor door;
  private final SealedReports reports;
  private final CheckupViews views;
  private final JsonMapper json;

  ReportController(VaultDoor door, SealedReports reports, CheckupViews views, JsonMapper json) {
    this.door = door;
    this.reports = reports;
    this.views = views;
    this.json = json;
  }

  @GetMapping("/api/checkups/{id}/report")
  ReportView read(@AuthenticationPrincipal Account account, @PathVariable UUID id) {
    Checkup checkup = door.enter(account, id, Right.READ_REPORT);
    SealedReports.SealedReport report = reports.get(id);
    JsonNode content = json.readTree(report.content());
    return new ReportView(
        views.view(checkup, account),
        content.path("notice"),
        report.preparedAt(),
        content.path("items"),
        content.path("advice"),
        content.path("selfChecks"));
  }

  /** The frozen parts go out as they were stored. */
  record ReportView(
      CheckupView checkup,
      JsonNode notice,
      Instant preparedAt,
      JsonNode items,
      JsonNode advice,
      JsonNode selfChecks) {}
}
