package org.tijian.inspection.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.monitoring.OutletView.DeviceView;
import org.tijian.inspection.monitoring.OutletView.LatestValue;
import org.tijian.inspection.monitoring.OutletView.Minutes;
import org.tijian.inspection.monitoring.OutletView.Summary;

/** Puts outlets into words: who they are, when they were heard of, what they measured last. */
@Component
class OutletViews {
  static final Duration LOOKED_BACK = Duration.ofDays(30);

  private final SiteRegister register;
  private final ReadingStore readings;
  private final FrameLedger ledger;
  private final InstrumentWords instruments;
  private final ObjectProvider<HistoryLoading> loading;
  private final Clock clock;

  OutletViews(
      SiteRegister register,
      ReadingStore readings,
      FrameLedger ledger,
      InstrumentWords instruments,
      ObjectProvider<HistoryLoading> loading,
      Clock clock) {
    this.register = register;
    this.readings = readings;
    this.ledger = ledger;
    this.instruments = instruments;
    this.loading = loading;
    this.clock = clock;
  }

  OutletView detail(OpenOutlet open) {
    Outlet outlet = open.outlet();
    return new OutletView(
        summary(open),
        outlet.referenceOxygen(),
        outlet.instruments().stream().map(instruments::view).toList(),
        register.devices(outlet.id()).stream()
            .map(device -> new DeviceView(device.mn(), device.frameTopic()))
            .toList());
  }

  Summary summary(OpenOutlet open) {
    Outlet outlet = open.outlet();
    Instant now = clock.instant();
    Instant last = lastContact(outlet);
    return new Summary(
        outlet.id(),
        outlet.code(),
        outlet.name(),
        register.site(outlet.siteId()).orElseThrow().name(),
        outlet.demonstration(),
        OutletView.contact(last, now),
        last,
        values(open),
        minutes(open, now));
  }

  private @Nullable Instant lastContact(Outlet outlet) {
    return register.devices(outlet.id()).stream()
        .map(Device::mn)
        .map(ledger::lastContact)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<LatestValue> values(OpenOutlet open) {
    return open.readings(readings).latest(open.id()).stream()
        .sorted(instruments.orderOf(open.outlet()))
        .map(latest -> instruments.value(open.outlet(), latest))
        .toList();
  }

  private Minutes minutes(OpenOutlet open, Instant now) {
    Instant until = open.latest(now).truncatedTo(ChronoUnit.MINUTES);
    return new Minutes(
        open.readings(readings)
            .count(open.id(), PeriodKind.MINUTE, until.minus(LOOKED_BACK), until),
        LOOKED_BACK.toMinutes(),
        loading.stream().anyMatch(history -> history.isLoading(open.id())));
  }
}
