package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;

/** Every frame accounted for, and those that could not be read; for the enterprise alone. */
@RestController
@RequestMapping("/api/outlets/{id}")
class FrameController {
  private static final int DAYS = 30;
  private static final int PAGE = 50;

  private final OutletAccess access;
  private final SiteRegister register;
  private final FrameLedger ledger;
  private final Clock clock;

  FrameController(OutletAccess access, SiteRegister register, FrameLedger ledger, Clock clock) {
    this.access = access;
    this.register = register;
    this.ledger = ledger;
    this.clock = clock;
  }

  @GetMapping("/ledger")
  List<FrameLedger.Day> ledger(@AuthenticationPrincipal Account account, @PathVariable long id) {
    LocalDate tomorrow = BeijingTime.dateOf(clock.instant()).plusDays(1);
    Map<LocalDate, FrameLedger.Day> days = new TreeMap<>(Comparator.reverseOrder());
    for (Device device : devices(account, id)) {
      ledger
          .days(device.mn(), tomorrow.minusDays(DAYS), tomorrow)
          .forEach(day -> days.merge(day.day(), day, FrameController::sum));
    }
    return List.copyOf(days.values());
  }

  private static FrameLedger.Day sum(FrameLedger.Day one, FrameLedger.Day other) {
    return new FrameLedger.Day(
        one.day(),
        one.received() + other.received(),
        one.stored() + other.stored(),
        one.noted() + other.noted(),
        one.duplicate() + other.duplicate(),
        one.refused() + other.refused());
  }

  @GetMapping("/quarantine")
  List<QuarantinedView> quarantine(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Long before) {
    return devices(account, id).stream()
        .flatMap(
            device ->
                ledger.quarantine(device.mn(), before, PAGE).stream()
                    .map(frame -> QuarantinedView.of(device.mn(), frame)))
        .sorted(Comparator.comparingLong(QuarantinedView::id).reversed())
        .limit(PAGE)
        .toList();
  }

  private List<Device> devices(Account account, long id) {
    Outlet outlet = access.own(account, id);
    return register.devices(outlet.id());
  }
}
