package org.tijian.inspection.matching;

import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * {@code ./tijian bench match}: 50 experts and 200 requests in 10 seconds, beside what a careful
 * person does with a list. Exit code 1 if a hard rule is broken, the search takes longer, or it is
 * no better than the list.
 */
public final class MatchBench {
  private static final Duration BOUND = Duration.ofSeconds(10);

  private static final int TEAM = 2;
  private static final long[] SEEDS = {1, 2, 3};
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private MatchBench() {}

  public static void main(String[] arguments) {
    OUT.printf(
        Locale.ROOT,
        "bench match, %s, Java %s, %d processors, commit %s%n",
        Instant.now(),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("tijian.commit", "not known"));
    OUT.printf(
        Locale.ROOT,
        "%d experts, %d requests, teams of %d%n",
        MatchBenchData.EXPERTS,
        MatchBenchData.REQUESTS,
        TEAM);
    boolean good = true;
    for (long seed : SEEDS) {
      good &= run(seed);
    }
    System.exit(good ? 0 : 1);
  }

  private static boolean run(long seed) {
    Matcher matcher = Matcher.within(Matcher.timeFor(MatchBenchData.REQUESTS));
    Plan byHand = MatchBenchData.plan(seed, TEAM);
    Greedy.fill(byHand);
    HardSoftScore greedy = matcher.score(byHand);
    long start = System.nanoTime();
    Plan solved = matcher.solve(MatchBenchData.plan(seed, TEAM), score -> {});
    matcher.reasons(solved);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    HardSoftScore found = solved.score();
    OUT.printf(
        Locale.ROOT,
        "seed %d: proposal hard %d soft %d in %.1f s; by list hard %d soft %d; margin %d points"
            + " (%.0f %%)%n",
        seed,
        found.hardScore(),
        found.softScore(),
        took.toMillis() / 1000.0,
        greedy.hardScore(),
        greedy.softScore(),
        found.softScore() - greedy.softScore(),
        100.0 * (found.softScore() - greedy.softScore()) / Math.abs(greedy.softScore()));
    return found.hardScore() == 0
        && found.softScore() > greedy.softScore()
        && took.compareTo(BOUND) <= 0;
  }
}
