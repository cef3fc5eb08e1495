package org.tijian.inspection.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.programme.ProgrammeDesk;
import org.tijian.inspection.programme.ProgrammeForm;
import org.tijian.inspection.programme.ProgrammeForm.Text;

/** A programme that fits the first enterprise and not the second, open for two months. */
@Component
class DemonstrationProgramme {
  private static final int OPEN_DAYS = 60;

  private final ProgrammeDesk desk;
  private final Clock clock;

  DemonstrationProgramme(ProgrammeDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void offer(Account office) {
    LocalDate today = BeijingTime.dateOf(clock.instant());
    desk.offer(
        office,
        new ProgrammeForm(
            null,
            new Text(
                "示范邀约：烟气监测的校准与联网", "Demonstration: calibration and networking of stack monitoring"),
            new Text(
                "面向监测氮氧化物的废气排放口。专家到现场一起看零点和量程漂移、校准周期、数据传输和标记，给出改进建议。这是演示数据（虚构）。",
                "For outlets of waste gas that monitor NOx. Experts look on site, together with your people, at zero and"
                    + " span drift, calibration intervals, transmission and data flags, and leave advice. Demonstration,"
                    + " made up."),
            List.of("calibration", "networking"),
            today,
            today.plusDays(OPEN_DAYS),
            List.of(DemonstrationSite.PROVINCE),
            "gas",
            List.of("a21002"),
            List.of(),
            List.of()));
  }
}
