package org.tijian.inspection.request;

import java.util.Collection;
import java.util.Set;

/** Whether the office has found out that who registered an enterprise is the enterprise. */
public interface SiteStanding {

  /** Those of the sites that are still to be confirmed. */
  Set<Long> waiting(Collection<Long> siteIds);

  /**
   * Asked before a visit is arranged, in the transaction that arranges it.
   *
   * @throws org.tijian.inspection.web.RefusedRequest 409 {@code enterprise-not-confirmed}
   */
  void requireConfirmed(Checkup checkup);
}
