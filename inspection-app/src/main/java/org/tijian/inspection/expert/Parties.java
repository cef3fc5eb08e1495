package org.tijian.inspection.expert;

import java.util.List;

/**
 * Whom an enterprise deals with.
 *
 * @param own its own names
 * @param operation companies that run its instruments (运维单位)
 * @param vendors who made or sold its instruments
 * @param competitors as its director named them
 */
record Parties(
    List<String> own, List<String> operation, List<String> vendors, List<String> competitors) {
  Parties {
    own = List.copyOf(own);
    operation = List.copyOf(operation);
    vendors = List.copyOf(vendors);
    competitors = List.copyOf(competitors);
  }
}
