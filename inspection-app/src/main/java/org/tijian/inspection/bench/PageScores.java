package org.tijian.inspection.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.tijian.inspection.bench.LighthouseBench.Device;

/**
 * A page on a device, looked at several times.
 *
 * @param middle the run whose performance is the median; of the other scores the lowest counts
 * @param performances of all runs, in their order
 */
record PageScores(
    String page,
    Device device,
    PageRun middle,
    int accessibility,
    int bestPractices,
    List<Integer> performances) {

  static final int WANTED = 90;

  static final String HEAD =
      "%-10s %-8s %11s %13s %14s %9s %9s %9s %7s  %s"
          .formatted(
              "page",
              "device",
              "performance",
              "accessibility",
              "best practices",
              "FCP ms",
              "LCP ms",
              "TBT ms",
              "CLS",
              "performance of each run");

  static PageScores of(String page, Device device, List<PageRun> runs) {
    List<PageRun> sorted =
        runs.stream().sorted(Comparator.comparingInt(PageRun::performance)).toList();
    return new PageScores(
        page,
        device,
        sorted.get((sorted.size() - 1) / 2),
        lowest(runs, PageRun::accessibility),
        lowest(runs, PageRun::bestPractices),
        runs.stream().map(PageRun::performance).toList());
  }

  private static int lowest(List<PageRun> runs, ToIntFunction<PageRun> score) {
    return runs.stream().mapToInt(score).min().orElseThrow();
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%-10s %-8s %11d %13d %14d %9.0f %9.0f %9.0f %7.3f  %s",
        page,
        device.word(),
        middle.performance(),
        accessibility,
        bestPractices,
        middle.firstPaint(),
        middle.largestPaint(),
        middle.blocked(),
        middle.shift(),
        performances.stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  /** A line for every score that is not what is wanted. */
  List<String> shortOf() {
    List<String> lines = new ArrayList<>();
    add(lines, "performance", middle.performance());
    add(lines, "accessibility", accessibility);
    add(lines, "best practices", bestPractices);
    return lines;
  }

  private void add(List<String> lines, String what, int score) {
    if (score < WANTED) {
      lines.add("%s on a %s: %s %d of %d".formatted(page, device.word(), what, score, WANTED));
    }
  }
}
