package org.tijian.analytics;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.file.AccuracyFile;
import org.tijian.analytics.file.CalibrationFile;
import org.tijian.analytics.file.FileException;
import org.tijian.analytics.file.FileReadings;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.Edition;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.GasCheck;
import org.tijian.analytics.finding.Replay;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore.Span;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.OutletDescription;
import org.tijian.analytics.standard.OutletFile;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBookException;

/**
 * Holds the rules against files, without any server (docs/check.md). Exit code 2 if the arguments
 * or a file are wrong; what the rules say never changes it.
 */
public final class CheckCommand {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private CheckCommand() {}

  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream errors =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = run(args, out, errors);
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * @return exit code
   */
  static int run(String[] args, PrintStream out, PrintStream errors) {
    try {
      if (args.length == 1 && args[0].matches("-h|--help")) {
        out.print(CheckOptions.USAGE);
      } else if (args.length == 1 && args[0].equals("--scenarios")) {
        return Analytics.withBuiltInRules().scenarios().print(out) ? 0 : 1;
      } else {
        CheckOptions options = CheckOptions.of(args);
        options.format().print(checked(options), options.english(), out);
      }
      return 0;
    } catch (CheckOptions.Wrong e) {
      errors.println(e.getMessage());
      errors.print(CheckOptions.USAGE);
      return 2;
    } catch (RuleBookException | FileException e) {
      errors.println(e.getMessage());
      return 2;
    } catch (NoSuchFileException e) {
      errors.println(e.getMessage() + " is not there");
      return 2;
    } catch (IOException | UncheckedIOException e) {
      errors.println("cannot read: " + e.getMessage());
      return 2;
    }
  }

  private static Checked checked(CheckOptions options) throws IOException {
    Analytics analytics = Analytics.withBuiltInRules();
    Set<String> standards = standards(options.standards(), analytics.rules());
    String file = String.valueOf(options.outlet().getFileName());
    String yaml = Files.readString(options.outlet());
    Outlet outlet = OutletFile.outlet(file, yaml, analytics.factors());
    FileReadings readings = FileReadings.read(options.readings());
    List<AccuracyTest> accuracy =
        options.accuracy() == null ? List.of() : AccuracyFile.read(options.accuracy());
    Map<String, List<GasCheck>> gases =
        options.calibrations() == null ? Map.of() : CalibrationFile.read(options.calibrations());
    Material material =
        material(options, readings, accuracy, gases)
            .convertedTo(outlet.referenceOxygen())
            .beside(OutletFile.plant(file, yaml));
    OutletDescription described = OutletFile.read(file, yaml);
    List<Finding> findings = analytics.judge(outlet, described, material, standards);
    Replay replay = null;
    if (options.isReplayed()) {
      Set<String> others = standards(options.replayStandards(), analytics.rules());
      Edition after = new Edition(others.isEmpty() ? standards : others, options.replayAt());
      replay = analytics.replay(outlet, described, material, new Edition(standards, null), after);
    }
    return new Checked(outlet, material, findings, analytics.factors(), replay);
  }

  /** From the first minute of the file to its last, or to the end of the day that is asked for. */
  private static Material material(
      CheckOptions options,
      FileReadings readings,
      List<AccuracyTest> accuracy,
      Map<String, List<GasCheck>> gases)
      throws IOException {
    Span span =
        readings
            .span(0, PeriodKind.MINUTE)
            .orElseThrow(() -> new CheckOptions.Wrong(options.readings() + " has no readings"));
    Instant end = span.last().plus(MINUTE);
    if (options.at() != null) {
      Instant midnight = BeijingTime.startOf(options.at().plusDays(1));
      end = midnight.isBefore(end) ? midnight : end;
    }
    if (!span.first().isBefore(end)) {
      throw new CheckOptions.Wrong(
          "%s has no readings until %s".formatted(options.readings(), options.at()));
    }
    return new Material(0, span.first(), end, readings, accuracy, gases)
        .with(options.dossier())
        .counting(options.convention());
  }

  private static Set<String> standards(List<String> asked, List<Rule> rules) {
    Map<String, String> known =
        rules.stream()
            .map(Rule::standard)
            .distinct()
            .collect(Collectors.toMap(CheckCommand::bare, name -> name));
    Set<String> chosen = new TreeSet<>();
    for (String name : asked) {
      String standard = known.get(bare(name));
      if (standard == null) {
        throw new CheckOptions.Wrong(
            "--standards: no rules of '%s'; there are %s"
                .formatted(name, new TreeSet<>(known.values())));
      }
      chosen.add(standard);
    }
    return chosen;
  }

  /** {@code HJ75-2017} is {@code HJ 75-2017}. */
  private static String bare(String name) {
    return name.replace(" ", "").toUpperCase(java.util.Locale.ROOT);
  }
}
