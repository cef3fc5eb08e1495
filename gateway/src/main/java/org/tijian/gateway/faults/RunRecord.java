package org.tijian.gateway.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says what came out of each run as soon as it is over, and of all at the end; with a file given it
 * is kept there, too, behind what earlier laboratories wrote.
 */
final class RunRecord {
  private final PrintStream out;
  private final @Nullable Path file;
  private final List<Outcome> outcomes = new ArrayList<>();

  RunRecord(PrintStream out, @Nullable Path file) {
    this.out = out;
    this.file = file;
  }

  /**
   * @param options as they were given, so that the file says how to repeat its runs
   */
  void begin(String options) {
    keep(
        "# %s, commit %s: bench faults %s"
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                System.getProperty("tijian.commit", "not known"),
                options));
  }

  void add(Outcome outcome) {
    outcomes.add(outcome);
    out.println(outcome.line());
    keep(outcome.line());
  }

  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  void summarise() {
    String total =
        String.format(
            Locale.ROOT,
            "%d runs, seeds %d to %d: sent %d, acknowledged %d, lost %d, twice %d, not good %d,"
                + " longest drain %.1f s",
            outcomes.size(),
            outcomes.stream().mapToLong(Outcome::seed).min().orElse(0),
            outcomes.stream().mapToLong(Outcome::seed).max().orElse(0),
            outcomes.stream().mapToLong(Outcome::sent).sum(),
            outcomes.stream().mapToLong(Outcome::acknowledged).sum(),
            outcomes.stream().mapToLong(Outcome::lost).sum(),
            outcomes.stream().mapToLong(Outcome::twice).sum(),
            outcomes.stream().filter(outcome -> !outcome.isGood()).count(),
            outcomes.stream().mapToDouble(Outcome::drainSeconds).max().orElse(0));
    out.println(total);
    keep("# " + total);
  }

  private void keep(String line) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the record", e);
    }
  }
}
