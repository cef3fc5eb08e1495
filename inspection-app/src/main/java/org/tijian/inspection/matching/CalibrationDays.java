package org.tijian.inspection.matching;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.digest.HourKeeper;
import org.tijian.analytics.digest.HourSource;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.request.Scope;

/**
 * On which days the instruments in a request's scope are expected to be calibrated by hand, so that
 * it can be watched. Reads no more than the days that the enterprise opened.
 */
@Component
class CalibrationDays {
  private static final int LOOK_BACK_DAYS = 62;

  private final SiteRegister register;
  private final HourKeeper hours;
  private final Clock clock;

  CalibrationDays(SiteRegister register, HourKeeper hours, Clock clock) {
    this.register = register;
    this.hours = hours;
    this.clock = clock;
  }

  Set<LocalDate> expected(Scope scope, LocalDate from, LocalDate until) {
    Set<LocalDate> days = new HashSet<>();
    for (long id : scope.outletIds()) {
      Outlet outlet = register.outlet(id).orElse(null);
      if (outlet != null) {
        outlet.instruments().stream()
            .filter(instrument -> !instrument.automaticCalibration())
            .map(instrument -> past(id, instrument, scope))
            .forEach(past -> days.addAll(Rhythm.expected(past, from, until)));
      }
    }
    return days;
  }

  private TreeSet<LocalDate> past(long outletId, Instrument instrument, Scope scope) {
    Instant now = clock.instant();
    LocalDate today = BeijingTime.dateOf(now);
    LocalDate first = later(scope.dataFrom(), today.minusDays(LOOK_BACK_DAYS));
    LocalDate last = scope.dataUntil().isBefore(today) ? scope.dataUntil() : today.minusDays(1);
    TreeSet<LocalDate> days = new TreeSet<>();
    if (last.isBefore(first)) {
      return days;
    }
    HourSource source = hours.of(outletId, now);
    source
        .hours(
            outletId,
            instrument.factor(),
            instrument.fullScale(),
            BeijingTime.startOf(first),
            BeijingTime.startOf(last.plusDays(1)))
        .hours()
        .stream()
        .filter(hour -> hour.marks().getOrDefault(DataFlag.CALIBRATION, 0) > 0)
        .map(HourDigest::start)
        .map(BeijingTime::dateOf)
        .forEach(days::add);
    return days;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
