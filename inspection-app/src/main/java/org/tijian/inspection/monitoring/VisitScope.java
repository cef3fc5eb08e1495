package org.tijian.inspection.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What enterprises have opened to experts, for as long as their visits last. */
public interface VisitScope {

  /** The data of the outlet that the expert may see now; empty if none. */
  Optional<DataSpan> openTo(UUID expertId, long outletId);

  /** The outlets of which the expert may see data now. */
  List<Long> outletsOpenTo(UUID expertId);
}
