package org.tijian.inspection.step;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.web.RefusedRequest;

/** How the promises of the programme were kept, for the office. */
@RestController
class ClockController {
  private static final Duration COUNTED = Duration.ofDays(365);

  private final StepTable table;
  private final Clock clock;

  ClockController(StepTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Of the last 365 days, and what is open now. */
  @GetMapping("/api/office/clocks")
  List<StepTable.ClockCount> counts(@AuthenticationPrincipal Account account) {
    if (account.role() != Role.OFFICE) {
      throw RefusedRequest.noAccess();
    }
    return table.counts(clock.instant().minus(COUNTED), clock.instant());
  }
}
