package org.tijian.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.file.LinkFile;
import org.tijian.analytics.file.ParameterFile;
import org.tijian.analytics.file.RecordFile;
import org.tijian.analytics.file.SideBySideFile;
import org.tijian.analytics.finding.Dossier;
import org.tijian.analytics.finding.OutOfControl.Convention;

/**
 * What {@code ./tijian check} is told.
 *
 * @param at last day that is judged, in Beijing; null for all of the file
 * @param convention from when out-of-control spans count
 * @param standards names as typed; empty for all
 * @param replayAt day whose limits judge everything once more, or null
 * @param replayStandards standards of that second judging; empty for {@code standards}
 */
record CheckOptions(
    Path outlet,
    Path readings,
    @Nullable Path calibrations,
    @Nullable Path accuracy,
    @Nullable Path link,
    @Nullable Path records,
    @Nullable Path sideBySide,
    @Nullable Path parameters,
    Convention convention,
    List<String> standards,
    @Nullable LocalDate at,
    @Nullable LocalDate replayAt,
    List<String> replayStandards,
    CheckFormat format,
    boolean english) {

  static final String USAGE =
      """
      Usage: ./tijian check --outlet FILE.yaml --readings FILE.csv [options]
        --outlet        the outlet and its instruments (docs/check.md)
        --readings      minute data: time, CODE-Avg, CODE-Flag, ...
        --calibrations  calibration log: time,factor,gas,before,after; without it, minutes marked C are read
        --accuracy      comparisons: factor,tested-on,laboratory,unit,reference,monitor
        --link          accounts of the line by day: day,due,arrived,messages,defective,drops,...
        --records       log and papers: kind,factor,from,until,value,reference,unit
        --side-by-side  one moment three ways: time,factor,analyser,logger,platform
        --parameters    settings against what is filed: name,factor,filed,time,reported
        --out-of-control  detection (default) or last-pass: from when out-of-control spans count
        --standards     for example HJ75-2017,GB13223-2011 (default: all that speak of the outlet)
        --at            last day that is judged, in Beijing, for example 2026-11-24 (default: all of the file)
        --replay-at     judge the span once more, everything by the limits of this day: which verdicts move, and why
        --replay-standards  the same by other standards, for example GB13271-2014
        --format        text (default), json or html
        --scenarios     alone: run the planted-fault set and print its table (docs/scenarios.md)
        --language      zh (default) or en, for text and html
      """;

  private static final Set<String> KNOWN =
      Set.of(
          "--outlet",
          "--readings",
          "--calibrations",
          "--accuracy",
          "--link",
          "--records",
          "--side-by-side",
          "--parameters",
          "--out-of-control",
          "--standards",
          "--at",
          "--replay-at",
          "--replay-standards",
          "--format",
          "--language");

  /** The command line is wrong. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static CheckOptions of(String[] args) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!KNOWN.contains(args[i])) {
        throw new Wrong("check does not know " + args[i]);
      }
      if (i + 1 == args.length) {
        throw new Wrong(args[i] + " needs a value");
      }
      if (given.put(args[i], args[i + 1]) != null) {
        throw new Wrong(args[i] + " is given twice");
      }
    }
    return new CheckOptions(
        path(given, "--outlet"),
        path(given, "--readings"),
        optionalPath(given, "--calibrations"),
        optionalPath(given, "--accuracy"),
        optionalPath(given, "--link"),
        optionalPath(given, "--records"),
        optionalPath(given, "--side-by-side"),
        optionalPath(given, "--parameters"),
        convention(given.getOrDefault("--out-of-control", "detection")),
        names(given, "--standards"),
        date(given, "--at"),
        date(given, "--replay-at"),
        names(given, "--replay-standards"),
        CheckFormat.of(given.getOrDefault("--format", "text")),
        english(given.getOrDefault("--language", "zh")));
  }

  private static Path path(Map<String, String> given, String option) {
    Path path = optionalPath(given, option);
    if (path == null) {
      throw new Wrong(option + " is missing");
    }
    return path;
  }

  private static @Nullable Path optionalPath(Map<String, String> given, String option) {
    String value = given.get(option);
    return value == null ? null : Path.of(value);
  }

  private static List<String> names(Map<String, String> given, String option) {
    String value = given.get(option);
    return value == null ? List.of() : List.of(value.split(","));
  }

  /** Whether the span is to be judged by another edition, too. */
  boolean isReplayed() {
    return replayAt != null || !replayStandards.isEmpty();
  }

  private static @Nullable LocalDate date(Map<String, String> given, String option) {
    String value = given.get(option);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new Wrong("%s is no date such as 2026-11-24: %s".formatted(option, value));
    }
  }

  private static Convention convention(String value) {
    return switch (value) {
      case "detection" -> Convention.FROM_DETECTION;
      case "last-pass" -> Convention.LAST_PASS;
      default -> throw new Wrong("--out-of-control is detection or last-pass, not " + value);
    };
  }

  /** What the files beside the readings tell; those not given tell nothing. */
  Dossier dossier() throws IOException {
    return new Dossier(
        link == null ? List.of() : LinkFile.read(link),
        records == null ? List.of() : RecordFile.read(records),
        sideBySide == null ? List.of() : SideBySideFile.read(sideBySide),
        parameters == null ? List.of() : ParameterFile.read(parameters));
  }

  private static boolean english(String value) {
    if (!value.equals("zh") && !value.equals("en")) {
      throw new Wrong("--language is zh or en, not " + value);
    }
    return value.equals("en");
  }
}
