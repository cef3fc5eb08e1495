package org.tijian.inspection.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What plants of the same kind are advised most often (同类企业), read out of what is published and out
 * of nothing else: whoever asks learns no more than everybody can read.
 */
@Component
class LikeMine {
  private static final Set<String> TO_IMPROVE = Set.of("improvement", "suspected-problem");
  private static final int QUARTERS = 4;
  private static final int MOST = 8;

  private final Releases releases;
  private final Profiles profiles;

  LikeMine(Releases releases, Profiles profiles) {
    this.releases = releases;
    this.profiles = profiles;
  }

  Answer of(long siteId) {
    String sector = profiles.of(siteId).sector();
    List<Published> quarters = releases.published().stream().limit(QUARTERS).toList();
    Map<String, Often> byItem = new HashMap<>();
    quarters.stream()
        .flatMap(quarter -> quarter.items().stream())
        .forEach(item -> byItem.merge(item.item(), often(item, sector), Often::and));
    return new Answer(
        sector,
        quarters.stream().map(Published::quarter).toList(),
        quarters.stream().mapToInt(Published::leastEnterprises).max().orElse(0),
        byItem.values().stream()
            .filter(each -> each.all() > 0)
            .sorted(Comparator.comparing(Often::weight).reversed().thenComparing(Often::item))
            .limit(MOST)
            .toList());
  }

  private static Often often(Published.Item item, String sector) {
    int all = 0;
    Integer same = null;
    for (Published.Count count : item.results()) {
      if (!TO_IMPROVE.contains(count.result())) {
        continue;
      }
      all += count.total();
      for (Published.Sector each : count.sectors()) {
        if (each.sector().equals(sector)) {
          same = (same == null ? 0 : same) + each.count();
        }
      }
    }
    return new Often(item.item(), same, all);
  }

  /**
   * @param sector of the enterprise, {@code unknown} if it did not say
   * @param quarters that were read
   * @param leastEnterprises behind each figure
   */
  record Answer(String sector, List<String> quarters, int leastEnterprises, List<Often> items) {}

  /**
   * @param item of the checklist, or a rule
   * @param same how often in the same sector; null where too few enterprises stand behind it
   * @param all how often in all sectors together
   */
  record Often(String item, @Nullable Integer same, int all) {
    private Often and(Often other) {
      Integer sum =
          same == null ? other.same : Integer.valueOf(same + (other.same == null ? 0 : other.same));
      return new Often(item, sum, all + other.all);
    }

    /** The own sector first, and of equals what is common everywhere. */
    private long weight() {
      return (same == null ? 0L : same) * 1_000_000L + all;
    }
  }
}
