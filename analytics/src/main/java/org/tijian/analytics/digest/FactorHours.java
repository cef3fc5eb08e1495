package org.tijian.analytics.digest;

import java.util.List;
import org.tijian.analytics.reading.ReadingStore.Series;

/**
 * What is told of a factor's minutes in a span.
 *
 * @param hours every clock hour that the span touches, in order
 * @param gasMinutes the minutes marked as calibration that carry a number, as they are: checks with
 *     zero and span gas are read from them
 */
public record FactorHours(List<HourDigest> hours, Series gasMinutes) {
  public FactorHours {
    hours = List.copyOf(hours);
  }
}
