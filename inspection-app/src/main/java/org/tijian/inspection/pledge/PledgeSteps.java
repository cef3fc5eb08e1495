package org.tijian.inspection.pledge;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.notice.Notice;
import org.tijian.inspection.notice.Notices;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.CheckupDesk;
import org.tijian.inspection.request.CheckupState;
import org.tijian.inspection.request.CheckupStep;

/** Ends the pledges of those who left the team, and asks those for theirs who have to sign. */
@Component
class PledgeSteps implements CheckupStep {
  private static final LocalName TEXT =
      new LocalName(
          "签署后才能查看资料、开始体检。签署需要联网，请在出发前完成。",
          "Its papers open and the visit can start once you have signed. Signing needs the network: do it before"
              + " you set out.");

  private final PledgeTable table;
  private final Notices notices;
  private final CheckupDesk checkups;
  private final Clock clock;

  PledgeSteps(PledgeTable table, Notices notices, CheckupDesk checkups, Clock clock) {
    this.table = table;
    this.notices = notices;
    this.checkups = checkups;
    this.clock = clock;
  }

  @Override
  public void entered(Checkup checkup) {
    if (checkup.state() == CheckupState.ACCEPTED || checkup.state() == CheckupState.SCHEDULED) {
      table.endOthers(checkup.id(), checkup.expertIds(), clock.instant());
    }
    if (checkup.state() == CheckupState.SCHEDULED && isFirst(checkup)) {
      checkup.expertIds().stream()
          .filter(expert -> !checkup.isPledgedBy(expert))
          .forEach(expert -> ask(checkup, expert));
    }
  }

  /** One signature is asked for however many check-ups are made in the visit. */
  private boolean isFirst(Checkup checkup) {
    return checkups.visit(checkup).get(0).id().equals(checkup.id());
  }

  /** Once for each step that brought the expert into the team. */
  private void ask(Checkup checkup, UUID expert) {
    notices.tell(
        new Notice(
            expert,
            "pledge/%s/%d".formatted(checkup.id(), checkup.version()),
            new LocalName(
                "体检 %s：请签署专家承诺".formatted(checkup.number()),
                "Check-up %s: please sign the pledge".formatted(checkup.number())),
            TEXT,
            "/checkups/%s/pledge".formatted(checkup.id())));
  }
}
