package org.tijian.inspection.monitoring;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * An outlet on the wire.
 *
 * @param referenceOxygen in percent; null if values are not converted
 */
record OutletView(
    @JsonUnwrapped Summary summary,
    @Nullable Double referenceOxygen,
    List<InstrumentView> instruments,
    List<DeviceView> devices) {

  /** An outlet in a list. */
  record Summary(
      long id,
      String code,
      LocalName name,
      LocalName siteName,
      boolean demonstration,
      String contact,
      @Nullable Instant lastContactAt,
      List<LatestValue> values,
      Minutes minutes) {}

  /**
   * @param value null if the frame carried no number
   */
  record LatestValue(
      String factor,
      LocalName name,
      String unit,
      @Nullable Double value,
      @Nullable Double converted,
      @Nullable Double permitLimit,
      String mark,
      String kind,
      Instant measuredAt,
      Instant receivedAt) {}

  /**
   * How much of the last 30 days of minute data is there.
   *
   * @param loading whether the rest is still on its way
   */
  record Minutes(long stored, long expected, boolean loading) {}

  record InstrumentView(
      String factor,
      LocalName factorName,
      LocalName name,
      String unit,
      double fullScale,
      double zeroGas,
      @Nullable Double spanGas,
      String design,
      boolean automaticCalibration,
      @Nullable Double permitLimit) {}

  record DeviceView(String mn, String topic) {}

  /** How long ago a logger was heard of, as a word. */
  static String contact(@Nullable Instant last, Instant now) {
    if (last == null) {
      return "never";
    }
    Duration silence = Duration.between(last, now);
    if (silence.compareTo(Duration.ofMinutes(3)) <= 0) {
      return "live";
    }
    return silence.compareTo(Duration.ofMinutes(60)) <= 0 ? "late" : "silent";
  }
}
