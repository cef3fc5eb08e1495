package org.tijian.inspection.statistics;

import java.util.List;

/**
 * The figures of one quarter, as published once and for ever. Every total is the sum of what stands
 * beside it, so that no figure can be had by subtracting others.
 *
 * @param leastEnterprises enterprises behind each figure, at least
 * @param omitted answers that are left out because too few enterprises stand behind them
 */
record Published(String quarter, int leastEnterprises, int omitted, List<Item> items) {

  /** An item of the checklist. */
  record Item(String item, List<Count> results) {}

  /**
   * How often a result was given.
   *
   * @param total sum of the sectors
   * @param sectors by the two digits, {@code unknown}, or {@code removed} for all that are told
   *     only together
   */
  record Count(String result, int total, List<Sector> sectors) {}

  record Sector(String sector, int count) {}
}
