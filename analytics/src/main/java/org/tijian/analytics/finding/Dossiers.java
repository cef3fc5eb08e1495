package org.tijian.analytics.finding;

import java.time.Instant;
import org.tijian.analytics.site.Outlet;

/** Where what is known beside the readings comes from. */
@FunctionalInterface
public interface Dossiers {
  /** Nothing is known beside the readings. */
  Dossiers NONE = (outlet, from, until) -> Dossier.EMPTY;

  /** What is known of {@code [from, until)}. */
  Dossier of(Outlet outlet, Instant from, Instant until);
}
