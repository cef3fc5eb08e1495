package org.tijian.gateway.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The fault laboratory of the command line: {@code ./tijian bench faults}. */
public final class FaultsCommand {
  private static final String USAGE =
      """
      usage: bench faults [--runs N] [--seed S] [--longest SECONDS] [--only FAULT,FAULT...]
                          [--shortest SECONDS] [--broker embedded|mosquitto] [--frames old|live]
                          [--postgres BINDIR] [--dir DIRECTORY] [--record FILE]

      Starts a database, a gateway with its broker and six loggers of its own on free ports of the
      loopback interface, and hurts them while the loggers send at QoS 1 and over TCP. After each
      run every acknowledged frame must be stored, once, and the accounts must add up.
        --runs      how many, default 10
        --seed      of the first run; run i has seed S+i, and --runs 1 --seed S+i repeats it
        --longest   of the pauses between two steps, default 3
        --shortest  of these pauses, default 0; both 60 for outages of a minute
        --only      faults to choose from:
                    %s
        --broker    the gateway's own (default), or Mosquitto as a process of its own
        --frames    old: minutes of 20 days ago, which are folded and thawed all the time (default);
                    live: seconds of today, batches that are all new
        --postgres  directory of the programs postgres and initdb; default: those that come along
        --dir       where all files are made; default: a new directory under the temporary one,
                    which is removed after good runs
        --record    file to which the line of every run, with its seed, and the total are added
      Exit code 1 when a frame was lost or is there twice, or when something did not drain.
      """
          .formatted(String.join(", ", Arrays.stream(Fault.values()).map(Fault::word).toList()));

  private static final int RUNS_A_LABORATORY = 25;

  /** A bound, not a wish: most runs drain in seconds. */
  private static final Duration DRAIN = Duration.ofSeconds(120);

  private final Options options;
  private final PrintStream out;
  private final RunRecord record;

  private FaultsCommand(Options options, PrintStream out, RunRecord record) {
    this.options = options;
    this.out = out;
    this.record = record;
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
    RunRecord record = new RunRecord(out, options.record());
    new FaultsCommand(options, out, record).runs(directory.toAbsolutePath());
    if (given == null && record.outcomes().stream().allMatch(Outcome::isGood)) {
      remove(directory);
    } else {
      out.println("logs and data are kept in " + directory);
    }
    return record.outcomes();
  }

  private void runs(Path directory) throws IOException, InterruptedException {
    PostgresPrograms programs =
        PostgresPrograms.find(
            options.postgres(), directory.resolve("postgres"), directory.resolve("unpack.log"));
    record.begin(options.words());
    int done = 0;
    while (done < options.runs()) {
      Path place = Files.createDirectories(directory.resolve("laboratory-" + done));
      done += runs(place, programs, done, Math.min(options.runs(), done + RUNS_A_LABORATORY));
    }
    record.summarise();
  }

  /**
   * Some runs in one laboratory: later ones find what earlier ones left behind. After one that is
   * not good its laboratory is left as it is, and the next run gets a new one.
   *
   * @return how many there were
   */
  private int runs(Path place, PostgresPrograms programs, int from, int end)
      throws IOException, InterruptedException {
    try (Laboratory laboratory =
            Laboratory.open(place, programs, options.external(), options.live());
        EndWithUs guard = new EndWithUs(laboratory)) {
      Set<Fault> faults = faults(laboratory);
      boolean isGood = true;
      int next = from;
      while (isGood && next < end) {
        Outcome outcome = run(laboratory, options.seed() + next++, faults);
        record.add(outcome);
        isGood = outcome.isGood();
      }
      return next - from;
    }
  }

  private Outcome run(Laboratory laboratory, long seed, Set<Fault> faults)
      throws InterruptedException {
    Plan plan = Plan.draw(new Random(seed), faults, options.shortest(), options.longest());
    try {
      return new Run(laboratory, DRAIN).carryOut(seed, plan);
    } catch (IOException | IllegalStateException | DataAccessException e) {
      return Outcome.brokenOff(seed, plan.words(), e.toString());
    }
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

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
