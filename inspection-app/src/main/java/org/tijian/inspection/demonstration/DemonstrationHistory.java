package org.tijian.inspection.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.inspection.monitoring.HistoryLoading;

/**
 * Whether the emulator is still sending the past. Once an outlet has caught up it stays so: the
 * gaps that the emulator plays later are gaps.
 */
@Component
class DemonstrationHistory implements HistoryLoading {
  private static final Duration BEHIND = Duration.ofMinutes(5);

  private final DemonstrationEmulator emulator;
  private final DemonstrationSite site;
  private final ReadingStore readings;
  private final Clock clock;
  private final Set<Long> caughtUp = ConcurrentHashMap.newKeySet();

  DemonstrationHistory(
      DemonstrationEmulator emulator, DemonstrationSite site, ReadingStore readings, Clock clock) {
    this.emulator = emulator;
    this.site = site;
    this.readings = readings;
    this.clock = clock;
  }

  @Override
  public boolean isLoading(long outletId) {
    if (!emulator.isRunning() || caughtUp.contains(outletId) || !isEmulated(outletId)) {
      return false;
    }
    boolean behind =
        readings
            .span(outletId, PeriodKind.MINUTE)
            .map(span -> span.last().isBefore(clock.instant().minus(BEHIND)))
            .orElse(true);
    if (!behind) {
      caughtUp.add(outletId);
    }
    return behind;
  }

  private boolean isEmulated(long outletId) {
    return site.emulated().stream().anyMatch(each -> each.outletId() == outletId);
  }
}
