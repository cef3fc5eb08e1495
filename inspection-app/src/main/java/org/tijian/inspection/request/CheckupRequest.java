package org.tijian.inspection.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a director sends to ask for a check-up; anything may be missing until it was checked. */
record CheckupRequest(
    @Nullable List<@Nullable Long> outletIds,
    @Nullable List<@Nullable String> topics,
    @Nullable LocalDate dataFrom,
    @Nullable LocalDate dataUntil,
    @Nullable List<@Nullable LocalDate> preferredDays,
    @Nullable String note,
    @Nullable Signature terms) {

  /** Which text was accepted: version, language and the hash of what the person was shown. */
  record Signature(@Nullable String version, @Nullable String language, @Nullable String sha256) {}
}
