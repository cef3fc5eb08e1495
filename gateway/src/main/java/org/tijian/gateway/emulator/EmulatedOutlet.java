package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.shape.TurbineSeries;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * An outlet with its logger: the frames of any moment or period, always the same ones. What of them
 * is real and what is synthesised says README.md beside the series.
 */
public final class EmulatedOutlet {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(BeijingTime.OFFSET);
  private static final String WASTE_GAS = "31";
  static final String ACCESS_PASSWORD = "123456";

  /** Version of the 2017 edition, no answer wanted, not numbered. */
  private static final int FLAG = 4;

  private final String mn;
  private final OutletModel model;

  /**
   * @param mn the device id that the frames carry
   */
  public EmulatedOutlet(String mn, Profile profile) {
    this.mn = mn;
    this.model = new OutletModel(profile, TurbineSeries.shared());
  }

  public String mn() {
    return mn;
  }

  /** Real-time data of a moment; empty while the outlet is silent. */
  public Optional<Hj212Frame> realTime(Instant at) {
    return frame(PeriodKind.REAL_TIME, at, at, model.moment(at), EmulatedReading::ofMoment);
  }

  /** Minute data of the minute that begins at {@code start}; empty if it goes missing. */
  public Optional<Hj212Frame> minute(Instant start) {
    return period(PeriodKind.MINUTE, start, model.minute(start));
  }

  /** Hourly data of the hour that begins at {@code start}; empty if all of it went missing. */
  public Optional<Hj212Frame> hour(Instant start) {
    return period(PeriodKind.HOUR, start, model.hour(start));
  }

  /** Daily data of the day that begins at {@code start}; empty if all of it went missing. */
  public Optional<Hj212Frame> day(Instant start) {
    return period(PeriodKind.DAY, start, model.day(start));
  }

  private Optional<Hj212Frame> period(
      PeriodKind kind, Instant start, List<EmulatedReading> readings) {
    Duration length = kind.length();
    return frame(kind, start, start.plus(length), readings, EmulatedReading::ofPeriod);
  }

  private Optional<Hj212Frame> frame(
      PeriodKind kind,
      Instant dataTime,
      Instant sentAt,
      List<EmulatedReading> readings,
      Function<EmulatedReading, List<Field>> fields) {
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    List<List<Field>> data = new ArrayList<>();
    data.add(List.of(new Field("DataTime", TIME.format(dataTime))));
    readings.stream().map(fields).forEach(data::add);
    String cn = Integer.toString(kind.command());
    return Optional.of(
        new Hj212Frame(
            qn(sentAt, cn), WASTE_GAS, cn, ACCESS_PASSWORD, mn, FLAG, null, null, null, data));
  }

  /**
   * The moment of sending, with the kind in the milliseconds: never twice the same for a device.
   */
  private static String qn(Instant sentAt, String cn) {
    return TIME.format(sentAt) + cn.substring(1);
  }
}
