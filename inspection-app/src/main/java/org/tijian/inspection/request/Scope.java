package org.tijian.inspection.request;

import java.time.LocalDate;
import java.util.List;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.inspection.monitoring.DataSpan;

/**
 * What the enterprise opened, and when it would like to be visited.
 *
 * @param outletIds outlets of the enterprise, at least one
 * @param topics at least one
 * @param dataFrom first Beijing day of data that the experts may see
 * @param dataUntil last Beijing day, inclusive
 * @param preferredDays Beijing days; may be empty
 * @param note what the office should know of the plant: start-ups, maintenance, permits
 */
public record Scope(
    List<Long> outletIds,
    List<Topic> topics,
    LocalDate dataFrom,
    LocalDate dataUntil,
    List<LocalDate> preferredDays,
    String note) {
  public Scope {
    outletIds = List.copyOf(outletIds);
    topics = List.copyOf(topics);
    preferredDays = List.copyOf(preferredDays);
  }

  public DataSpan dataSpan() {
    return spanOf(dataFrom, dataUntil);
  }

  static DataSpan spanOf(LocalDate firstDay, LocalDate lastDay) {
    return new DataSpan(BeijingTime.startOf(firstDay), BeijingTime.startOf(lastDay.plusDays(1)));
  }
}
