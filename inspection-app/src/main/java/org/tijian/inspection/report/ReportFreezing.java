package org.tijian.inspection.report;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.monitoring.SelfCheckView;
import org.tijian.inspection.monitoring.SelfChecks;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;
import org.tijian.inspection.request.Scope;
import org.tijian.inspection.request.Terms;
import org.tijian.inspection.vault.SealedReports;
import org.tijian.inspection.visit.SaidSoFar;
import org.tijian.inspection.visit.VisitNotes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the report at the closing meeting, in the transaction of that step: nothing said before is
 * left out, nothing said later comes in, and the self-checks are those of that moment.
 */
@Component
class ReportFreezing implements CheckupStep {
  private final VisitNotes notes;
  private final SelfChecks selfChecks;
  private final SiteRegister register;
  private final SealedReports reports;
  private final Terms terms;
  private final JsonMapper json;

  ReportFreezing(
      VisitNotes notes,
      SelfChecks selfChecks,
      SiteRegister register,
      SealedReports reports,
      Terms terms,
      JsonMapper json) {
    this.notes = notes;
    this.selfChecks = selfChecks;
    this.register = register;
    this.reports = reports;
    this.terms = terms;
    this.json = json;
  }

  @Override
  public void entered(Checkup checkup) {
    if (checkup.state() == CheckupState.CLOSING) {
      String content = json.writeValueAsString(content(checkup));
      reports.add(checkup.id(), new SealedReports.SealedReport(checkup.since(), content));
    }
  }

  private ReportContent content(Checkup checkup) {
    SaidSoFar said = notes.of(checkup);
    return new ReportContent(
        terms.notice(), said.items(), said.advice(), selfChecks(checkup.scope()));
  }

  private List<SelfCheckView> selfChecks(Scope scope) {
    return scope.outletIds().stream()
        .map(register::outlet)
        .flatMap(Optional::stream)
        .map(outlet -> selfChecks.of(outlet, scope.dataSpan()))
        .toList();
  }
}
