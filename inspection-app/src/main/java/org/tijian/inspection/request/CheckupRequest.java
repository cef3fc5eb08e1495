package org.tijian.inspection.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a director sends to ask for a check-up; anything may be missing until it was checked. */
public record CheckupRequest(
    @Nullable List<@Nullable Long> outletIds,
    @Nullable List<@Nullable String> topics,
    @Nullable LocalDate dataFrom,
    @Nullable LocalDate dataUntil,
    @Nullable List<@Nullable LocalDate> preferredDays,
    @Nullable String note,
    PlantCalendar.@Nullable Given plant,
    @Nullable Signature terms) {

  /** Of a change: nobody signs anew, and the terms stay those that were signed. */
  public CheckupRequest unsigned() {
    return signed(null);
  }

  /** The same, signed. */
  public CheckupRequest signed(@Nullable Signature signature) {
    return new CheckupRequest(
        outletIds, topics, dataFrom, dataUntil, preferredDays, note, plant, signature);
  }

  /** Which text was accepted: version, language and the hash of what the person was shown. */
  public record Signature(
      @Nullable String version, @Nullable String language, @Nullable String sha256) {}
}
