package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.LoggerDay;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;

/** How well a logger speaks, and what of it could not be read; for the enterprise alone. */
@RestController
@RequestMapping("/api/loggers/{mn}")
class LoggerHealthController {
  private static final int DAYS = 30;
  private static final int PAGE = 50;

  private final LoggerAccess access;
  private final SiteRegister register;
  private final FrameLedger ledger;
  private final Clock clock;

  LoggerHealthController(
      LoggerAccess access, SiteRegister register, FrameLedger ledger, Clock clock) {
    this.access = access;
    this.register = register;
    this.ledger = ledger;
    this.clock = clock;
  }

  @GetMapping("/health")
  LoggerHealthView health(@AuthenticationPrincipal Account account, @PathVariable String mn) {
    Device device = access.own(account, mn);
    Instant now = clock.instant();
    LocalDate until = BeijingTime.dateOf(now).plusDays(1);
    LocalDate from = until.minusDays(DAYS);
    Instant last = ledger.lastContact(mn).orElse(null);
    List<LoggerDay> days = ledger.health(mn, from, until);
    return new LoggerHealthView(
        mn,
        device.outletId(),
        register.outlet(device.outletId()).orElseThrow().code(),
        OutletView.contact(last, now),
        last,
        days.stream().flatMap(day -> day.transports().stream()).distinct().sorted().toList(),
        days.stream().map(LoggerHealthView.Day::of).toList(),
        ledger.defects(mn, from, until).stream().map(LoggerHealthView.Defect::of).toList());
  }

  @GetMapping("/quarantine")
  List<QuarantinedView> quarantine(
      @AuthenticationPrincipal Account account,
      @PathVariable String mn,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable String code) {
    access.own(account, mn);
    return ledger.quarantine(mn, before, code, PAGE).stream()
        .map(frame -> QuarantinedView.of(mn, frame))
        .toList();
  }
}
