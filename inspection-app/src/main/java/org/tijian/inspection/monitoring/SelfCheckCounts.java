package org.tijian.inspection.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tijian.inspection.monitoring.SelfCheckView.FindingView;

/**
 * How many verdicts of each sort a self-check has, without their working: what a page needs that
 * shows many outlets.
 *
 * @param counts only sorts that are there
 */
record SelfCheckCounts(long outletId, Instant judgedAt, List<Count> counts) {

  /** The three words are those of {@link FindingView}. */
  record Count(String outcome, String weight, String kind, long number) {}

  static SelfCheckCounts of(SelfCheckView check) {
    Map<String, List<FindingView>> sorts =
        check.findings().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.outcome() + " " + each.weight() + " " + each.kind(),
                    TreeMap::new,
                    Collectors.toList()));
    Function<List<FindingView>, Count> counted =
        same -> {
          FindingView one = same.get(0);
          return new Count(one.outcome(), one.weight(), one.kind(), same.size());
        };
    return new SelfCheckCounts(
        check.outletId(), check.judgedAt(), sorts.values().stream().map(counted).toList());
  }
}
