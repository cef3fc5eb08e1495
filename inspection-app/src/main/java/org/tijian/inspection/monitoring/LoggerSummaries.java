package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.gap.Gap;
import org.tijian.analytics.gap.GapBook;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.FrameLedger.Traffic;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;

/** Loggers in a list: when they were heard of, and how today went. */
@Component
class LoggerSummaries {
  private final SiteRegister register;
  private final FrameLedger ledger;
  private final GapBook gaps;
  private final Clock clock;

  LoggerSummaries(SiteRegister register, FrameLedger ledger, GapBook gaps, Clock clock) {
    this.register = register;
    this.ledger = ledger;
    this.gaps = gaps;
    this.clock = clock;
  }

  /**
   * @param contact as of an outlet
   */
  record Summary(
      String mn,
      long outletId,
      String outletCode,
      LocalName outletName,
      boolean demonstration,
      String contact,
      @Nullable Instant lastContactAt,
      long receivedToday,
      long refusedToday,
      long defectsToday,
      long gapsOpen) {}

  List<Summary> of(List<Device> devices) {
    Instant now = clock.instant();
    Map<String, Traffic> today =
        ledger.traffic(devices.stream().map(Device::mn).toList(), BeijingTime.dateOf(now));
    return devices.stream().map(device -> summary(device, today.get(device.mn()), now)).toList();
  }

  private Summary summary(Device device, @Nullable Traffic today, Instant now) {
    Outlet outlet = register.outlet(device.outletId()).orElseThrow();
    Instant last =
        today == null ? ledger.lastContact(device.mn()).orElse(null) : today.lastContact();
    return new Summary(
        device.mn(),
        outlet.id(),
        outlet.code(),
        outlet.name(),
        outlet.demonstration(),
        OutletView.contact(last, now),
        last,
        today == null ? 0 : today.received(),
        today == null ? 0 : today.refused(),
        today == null ? 0 : today.defective(),
        openGaps(device, now));
  }

  private long openGaps(Device device, Instant now) {
    return gaps.ofOutlet(device.outletId(), now).stream()
        .filter(gap -> gap.mn().equals(device.mn()))
        .filter(gap -> gap.state() == Gap.State.OPEN || gap.state() == Gap.State.ASKED)
        .count();
  }
}
