package org.tijian.inspection.report;

import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupView;
import org.tijian.inspection.request.CheckupViews;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.SealedReports;
import org.tijian.inspection.vault.VaultDoor;
import org.tijian.inspection.web.RefusedRequest;
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
    SealedReports.SealedReport report = reports.find(id).orElseThrow(ReportController::deleted);
    JsonNode content = json.readTree(report.content());
    return new ReportView(
        views.view(checkup, account),
        content.path("notice"),
        report.preparedAt(),
        content.path("items"),
        content.path("advice"),
        content.path("selfChecks"));
  }

  private static RefusedRequest deleted() {
    return new RefusedRequest(
        410,
        "report-deleted",
        new LocalName(
            "保存期已满，平台上的报告副本已按规则删除。",
            "The platform's copy was deleted when its time was over, as the rules say."));
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
