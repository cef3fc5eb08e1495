package org.tijian.analytics;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.standard.OutletFile;
import org.tijian.analytics.standard.RuleBookException;

/**
 * Lists the rules, or those that speak of an outlet with the reason for each (docs/rules.md). Exit
 * code 2 if the arguments or the file are wrong.
 */
public final class RulesCommand {
  private static final String USAGE =
      """
      Usage: ./tijian rules [--outlet FILE.yaml] [--at DATE] [--format text|json] [--language zh|en]
        --outlet    which rules, limits and checklist items speak of this outlet, and why
        --at        day in Beijing, for example 2026-11-24 (default: today)
        --format    text (default) or json
        --language  zh (default) or en, for text
      """;

  private final LocalDate today;
  private final PrintStream out;
  private @Nullable Path outlet;
  private LocalDate day;
  private boolean json;
  private boolean english;

  private RulesCommand(LocalDate today, PrintStream out) {
    this.today = today;
    this.day = today;
    this.out = out;
  }

  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream errors =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = run(args, BeijingTime.dateOf(Instant.now()), out, errors);
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * @return exit code
   */
  static int run(String[] args, LocalDate today, PrintStream out, PrintStream errors) {
    RulesCommand command = new RulesCommand(today, out);
    try {
      if (args.length == 1 && args[0].matches("-h|--help")) {
        out.print(USAGE);
      } else {
        command.read(args);
        command.print();
      }
      return 0;
    } catch (IllegalArgumentException e) {
      errors.println(e.getMessage());
      errors.print(USAGE);
      return 2;
    } catch (RuleBookException e) {
      errors.println(e.getMessage());
      return 2;
    } catch (NoSuchFileException e) {
      errors.println(e.getMessage() + " is not there");
      return 2;
    } catch (IOException e) {
      errors.println("cannot read: " + e.getMessage());
      return 2;
    }
  }

  private void read(String[] args) {
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + " needs a value");
      }
      read(args[i], args[i + 1]);
    }
  }

  private void read(String option, String value) {
    switch (option) {
      case "--outlet" -> outlet = Path.of(value);
      case "--at" -> day = date(value);
      case "--format" -> json = oneOf(option, value, "json", "text");
      case "--language" -> english = oneOf(option, value, "en", "zh");
      default -> throw new IllegalArgumentException("rules does not know " + option);
    }
  }

  private LocalDate date(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("--at is no date like %s: %s".formatted(today, value), e);
    }
  }

  private static boolean oneOf(String option, String value, String first, String second) {
    if (!value.equals(first) && !value.equals(second)) {
      throw new IllegalArgumentException(
          "%s is %s or %s, not %s".formatted(option, first, second, value));
    }
    return value.equals(first);
  }

  private void print() throws IOException {
    Analytics analytics = Analytics.withBuiltInRules();
    RuleList list = new RuleList(english, out);
    Path file = outlet;
    if (file == null) {
      list.print(analytics.rules(), json);
    } else {
      list.print(
          analytics.applicability(OutletFile.read(file.toString(), Files.readString(file)), day),
          day,
          json);
    }
  }
}
