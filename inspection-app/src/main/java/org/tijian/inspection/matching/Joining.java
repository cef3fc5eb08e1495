package org.tijian.inspection.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the requests of an enterprise into one visit, so that it receives one team once instead of
 * several on several days. They are joined as long as one team can do what all of them ask.
 */
final class Joining {
  /** Half a day is enough for three; the office may join more by hand and take the time for it. */
  private static final int MOST = 3;

  private final List<Candidate> candidates;
  private final int teamSize;

  Joining(List<Candidate> candidates, int teamSize) {
    this.candidates = candidates;
    this.teamSize = teamSize;
  }

  /** The earliest promise first; the order of enterprises stays. */
  List<Wish> joined(List<Wish> wishes) {
    Map<Long, List<Wish>> bySite = new LinkedHashMap<>();
    wishes.forEach(wish -> bySite.computeIfAbsent(wish.siteId(), s -> new ArrayList<>()).add(wish));
    return bySite.values().stream().flatMap(each -> ofOneSite(each).stream()).toList();
  }

  private List<Wish> ofOneSite(List<Wish> wishes) {
    List<Wish> visits = new ArrayList<>();
    wishes.stream()
        .sorted(Comparator.comparing(Wish::promisedBy).thenComparing(Wish::number))
        .forEach(wish -> join(visits, wish));
    return visits;
  }

  private void join(List<Wish> visits, Wish wish) {
    for (int i = 0; i < visits.size(); i++) {
      Wish both = visits.get(i).with(wish);
      if (both.joined().size() < MOST && hasTeam(both)) {
        visits.set(i, both);
        return;
      }
    }
    visits.add(wish);
  }

  /**
   * Whether a team of the size that is asked for can do it all; who is free when is the search's.
   */
  private boolean hasTeam(Wish wish) {
    Set<String> missing = new HashSet<>(wish.skills());
    for (int seat = 0; seat < teamSize && !missing.isEmpty(); seat++) {
      candidates.stream()
          .filter(expert -> !wish.excluded().contains(expert.id()))
          .max(Comparator.comparingLong(expert -> missing.stream().filter(expert::can).count()))
          .ifPresent(expert -> missing.removeIf(expert::can));
    }
    return missing.isEmpty();
  }
}
