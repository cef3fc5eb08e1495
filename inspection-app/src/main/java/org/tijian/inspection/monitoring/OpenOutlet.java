package org.tijian.inspection.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.site.Outlet;

/**
 * An outlet as one account may see it.
 *
 * @param span what of its data is open; null for the enterprise itself, which sees all of it
 */
record OpenOutlet(Outlet outlet, @Nullable DataSpan span) {

  /** The readings that may be seen. */
  ReadingStore readings(ReadingStore all) {
    return span == null ? all : new ClippedReadings(all, span);
  }

  /** Now, or the end of what is open if that has passed. */
  Instant latest(Instant now) {
    return span != null && span.until().isBefore(now) ? span.until() : now;
  }

  /** The part of a span that is open. */
  DataSpan clip(Instant from, Instant until) {
    DataSpan wanted = new DataSpan(from, until);
    return span == null ? wanted : wanted.and(span);
  }

  long id() {
    return outlet.id();
  }
}
