package org.tijian.inspection.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the figures of a quarter out of codes (T-18). A figure is told only if at least {@code k}
 * enterprises stand behind it and none of them makes up more than half. Sectors that are too small
 * are told together as {@code removed}; where even that is too small it is left out of the total as
 * well, and counted.
 */
final class Release {
  private final int leastEnterprises;

  Release(int leastEnterprises) {
    this.leastEnterprises = leastEnterprises;
  }

  Published of(String quarter, Collection<Coded> codes) {
    List<Coded> own = codes.stream().filter(code -> code.quarter().equals(quarter)).toList();
    List<Published.Item> items = new ArrayList<>();
    by(own, Coded::item)
        .forEach(
            (item, answers) -> {
              List<Published.Count> counts = counts(answers);
              if (!counts.isEmpty()) {
                items.add(new Published.Item(item, counts));
              }
            });
    int told = items.stream().flatMap(i -> i.results().stream()).mapToInt(c -> c.total()).sum();
    return new Published(quarter, leastEnterprises, own.size() - told, items);
  }

  private List<Published.Count> counts(List<Coded> answers) {
    List<Published.Count> counts = new ArrayList<>();
    by(answers, Coded::result)
        .forEach(
            (result, same) -> {
              List<Published.Sector> sectors = sectors(same);
              int total = sectors.stream().mapToInt(Published.Sector::count).sum();
              if (total > 0) {
                counts.add(new Published.Count(result, total, sectors));
              }
            });
    return counts;
  }

  private List<Published.Sector> sectors(List<Coded> same) {
    List<Published.Sector> told = new ArrayList<>();
    List<Coded> rest = new ArrayList<>();
    by(same, code -> code.profile().sector())
        .forEach(
            (sector, cell) -> {
              if (mayBeTold(cell)) {
                told.add(new Published.Sector(sector, cell.size()));
              } else {
                rest.addAll(cell);
              }
            });
    if (mayBeTold(rest)) {
      told.add(new Published.Sector(Profile.REMOVED, rest.size()));
    }
    told.sort(Comparator.comparing(Published.Sector::sector));
    return List.copyOf(told);
  }

  private boolean mayBeTold(List<Coded> cell) {
    Map<String, Long> shares =
        cell.stream().collect(Collectors.groupingBy(Coded::enterprise, Collectors.counting()));
    long largest = shares.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return shares.size() >= leastEnterprises && largest * 2 <= cell.size();
  }

  private static Map<String, List<Coded>> by(List<Coded> codes, Function<Coded, String> key) {
    return codes.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }
}
