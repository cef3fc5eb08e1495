package org.tijian.gateway.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The fault laboratory of the command line: {@code ./tijian bench faults}. */
public final class FaultsCommand {
  private static final String USAGE =
      """
      usage: bench faults [--runs N] [--seed S] [--longest SECONDS] [--only FAULT,FAULT...]
                          [--broker embedded|mosquitto] [--postgres BINDIR] [--dir DIRECTORY]

      Starts a database, a gateway with its broker and six loggers of its own on free ports of the
      loopback interface, and hurts them while the loggers send at QoS 1 and over TCP. After each
      run every acknowledged frame must be stored, once, and the accounts must add up.
        --runs      how many, default 10
        --seed      of the first run; run i has seed S+i, and --runs 1 --seed S+i repeats it
        --longest   of the pauses between two steps, default 3; 60 for long outages
        --only      faults to choose from:
                    %s
        --broker    the gateway's own (default), or Mosquitto as a process of its own
        --postgres  directory of the programs postgres and initdb; default: those that come along
        --dir       where all files are made; default: a new directory under the temporary one,
                    which is removed after good runs
      Exit code 1 when a frame was lost or is there twice, or when something did not drain.
      """
          .formatted(String.join(", ", Arrays.stream(Fault.values()).map(Fault::word).toList()));

  private static final int RUNS_A_LABORATORY = 25;

  /** A bound, not a wish: most runs drain in seconds. */
  private static final Duration DRAIN = Duration.ofSeconds(120);

  private final Options options;
  private final PrintStream out;

  private FaultsCommand(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public static void main(String[] arguments) {
    if (List.of(arguments).contains("--help")) {
      System.out.print(USAGE);
      return;
    }
    beQuiet();
    try {
      List<Outcome> outcomes = carryOut(Options.of(arguments), System.out);
      System.exit(outcomes.stream().allMatch(Outcome::isGood) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println("bench faults: " + e.getMessage());
      System.err.print(USAGE);
      System.exit(2);
    } catch (IOException | IllegalStateException e) {
      System.err.println("bench faults: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      System.exit(130);
    }
  }

  /** What libraries say of connections that break is expected here. */
  private static void beQuiet() {
    if (LoggerFactory.getLogger("com.zaxxer.hikari") instanceof Logger pool) {
      pool.setLevel(Level.OFF);
    }
    LogManager.getLogManager().reset();
  }

  /** All runs, one line each and a summary. */
  static List<Outcome> carryOut(Options options, PrintStream out)
      throws IOException, InterruptedException {
    Path given = options.directory();
    Path directory =
        given == null
            ? Files.createTempDirectory("tijian-faults-")
            : Files.createDirectories(given);
    List<Outcome> outcomes = new FaultsCommand(options, out).runs(directory.toAbsolutePath());
    if (given == null && outcomes.stream().allMatch(Outcome::isGood)) {
      remove(directory);
    } else {
      out.println("logs and data are kept in " + directory);
    }
    return outcomes;
  }

  private List<Outcome> runs(Path directory) throws IOException, InterruptedException {
    PostgresPrograms programs =
        PostgresPrograms.find(
            options.postgres(), directory.resolve("postgres"), directory.resolve("unpack.log"));
    List<Outcome> outcomes = new ArrayList<>();
    for (int done = 0; done < options.runs(); done += RUNS_A_LABORATORY) {
      Path place = Files.createDirectories(directory.resolve("laboratory-" + done));
      int end = Math.min(options.runs(), done + RUNS_A_LABORATORY);
      outcomes.addAll(runs(place, programs, done, end));
    }
    summarise(outcomes);
    return outcomes;
  }

  /** Some runs in one laboratory: later ones find what earlier ones left behind. */
  private List<Outcome> runs(Path place, PostgresPrograms programs, int from, int end)
      throws IOException, InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    try (Laboratory laboratory = Laboratory.open(place, programs, options.external());
        EndWithUs guard = new EndWithUs(laboratory)) {
      Set<Fault> faults = faults(laboratory);
      for (int i = from; i < end; i++) {
        long seed = options.seed() + i;
        Plan plan = Plan.draw(new Random(seed), faults, options.longest());
        Outcome outcome = new Run(laboratory, DRAIN).carryOut(seed, plan);
        out.println(outcome.line());
        outcomes.add(outcome);
        if (!outcome.isGood()) {
          break;
        }
      }
    }
    return outcomes;
  }

  private Set<Fault> faults(Laboratory laboratory) {
    Set<Fault> possible = laboratory.possible();
    for (Fault fault : options.only()) {
      if (!possible.contains(fault)) {
        out.println("left out, not possible here: " + fault.word());
      }
    }
    EnumSet<Fault> faults = EnumSet.copyOf(options.only());
    faults.retainAll(possible);
    if (faults.isEmpty()) {
      throw new IllegalStateException("none of these faults is possible here");
    }
    return faults;
  }

  private void summarise(List<Outcome> outcomes) {
    out.printf(
        Locale.ROOT,
        "%d runs, seeds %d to %d: sent %d, acknowledged %d, lost %d, twice %d, not good %d,"
            + " longest drain %.1f s%n",
        outcomes.size(),
        options.seed(),
        options.seed() + outcomes.size() - 1,
        outcomes.stream().mapToLong(Outcome::sent).sum(),
        outcomes.stream().mapToLong(Outcome::acknowledged).sum(),
        outcomes.stream().mapToLong(Outcome::lost).sum(),
        outcomes.stream().mapToLong(Outcome::twice).sum(),
        outcomes.stream().filter(outcome -> !outcome.isGood()).count(),
        outcomes.stream().mapToDouble(Outcome::drainSeconds).max().orElse(0));
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
