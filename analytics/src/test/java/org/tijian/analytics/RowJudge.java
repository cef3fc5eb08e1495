package org.tijian.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.GasCheck;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Applies;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;

/**
 * Judges a rule by the input of a table's row; an empty input is nothing to go by.
 *
 * <ul>
 *   <li>manual: {@code 12}, {@code 12 ppm} for the alternative, {@code yes} or {@code no}
 *   <li>accuracy and pairs: {@code reference;monitor}, several parted by {@code |}
 *   <li>drift: per cent of full scale; calibration interval: hours between two checks
 *   <li>verification interval: date of the test
 *   <li>drift forecast: days until the limit, by ten daily checks on a straight line; out of
 *       control: hours since a zero check beyond its limit
 *   <li>screens: readings and what is known of the plant, see {@link ScreenScenario}
 *   <li>emission: {@code concentration@oxygen}; permit: concentration, of 50; transmission: {@code
 *       due/received/valid} hours; online rate: {@code due/arrived} minutes
 * </ul>
 */
final class RowJudge {
  private static final CheckCatalogue CHECKS = new CheckCatalogue(Factors.builtIn());
  private static final Factors FACTORS = Factors.builtIn();
  private static final LocalName NAME = new LocalName("样例", "Sample");
  private static final Duration MONTH = Duration.ofDays(30);

  private RowJudge() {}

  static Finding judge(Rule rule, String input) {
    if (rule.isManual()) {
      return CheckCatalogue.judgeAnswer(rule, answer(rule, input), day(rule));
    }
    // Which instruments a rule chooses has tests of its own.
    Rule everywhere =
        new Rule(
            rule.id(),
            rule.origin(),
            rule.force(),
            rule.check(),
            rule.comparison(),
            rule.factors(),
            rule.parameters(),
            rule.limits(),
            rule.words(),
            Applies.ALWAYS,
            rule.measure(),
            rule.confirmation());
    if (rule.check().startsWith("screen-")) {
      ScreenScenario scenario = ScreenScenario.of(factor(rule), input, until(rule));
      return CHECKS.judge(List.of(everywhere), scenario.outlet(), scenario.material()).get(0);
    }
    List<Finding> findings = CHECKS.judge(List.of(everywhere), outlet(rule), material(rule, input));
    return findings.get(0);
  }

  /** A day on which the rule's newest limit is in force. */
  private static LocalDate day(Rule rule) {
    Limit newest = rule.limits().get(rule.limits().size() - 1);
    LocalDate until = newest.inForceUntil();
    return until == null ? LocalDate.of(2026, 10, 30) : until;
  }

  private static Instant until(Rule rule) {
    return BeijingTime.startOf(day(rule).plusDays(1));
  }

  private static @Nullable Quantity answer(Rule rule, String input) {
    if (input.isEmpty()) {
      return null;
    }
    if (input.equals("yes") || input.equals("no")) {
      return new Quantity(input.equals("yes") ? 1 : 0, "yes/no");
    }
    int space = input.indexOf(' ');
    return space < 0
        ? new Quantity(Double.parseDouble(input), rule.limits().get(0).quantity().unit())
        : new Quantity(Double.parseDouble(input.substring(0, space)), input.substring(space + 1));
  }

  private static String factor(Rule rule) {
    return rule.factors().isEmpty() ? "a21026" : rule.factors().get(0);
  }

  private static Outlet outlet(Rule rule) {
    String factor = factor(rule);
    Instrument instrument =
        new Instrument(
            factor,
            NAME,
            FACTORS.of(factor).unit(),
            100,
            0,
            80.0,
            Instrument.Design.EXTRACTIVE,
            true,
            50.0);
    return new Outlet(1, 1, "DA001", NAME, null, false, List.of(instrument));
  }

  private static Material material(Rule rule, String input) {
    return switch (rule.check()) {
      case "relative-error", "absolute-error", "relative-accuracy" ->
          comparison(rule, repeated(rule, pairs(input)), day(rule).toString());
      case "pair-relative-error", "pair-absolute-error" ->
          comparison(rule, pairs(input), day(rule).toString());
      case "verification-interval" -> comparison(rule, pairs("1;1"), input);
      case "zero-drift" -> minutes(rule, drift(rule, input, 0), MONTH);
      case "span-drift" -> minutes(rule, drift(rule, input, 80), MONTH);
      case "calibration-interval" -> calibrations(rule, input);
      case "zero-drift-forecast" -> forecast(rule, input, Level.ZERO, 0);
      case "span-drift-forecast" -> forecast(rule, input, Level.SPAN, 80);
      case "out-of-control-hours" -> outOfControl(rule, input);
      case "emission-hour" -> emission(rule, input);
      case "permit-hour" -> permit(rule, input);
      case "transmission-effectiveness" -> hours(rule, input);
      case "online-rate" -> arrived(rule, input);
      default -> throw new IllegalArgumentException(rule.check() + " has no kind of row");
    };
  }

  private static List<Pair> pairs(String input) {
    return input.isEmpty()
        ? List.of()
        : Arrays.stream(input.split("\\|"))
            .map(text -> text.split(";"))
            .map(cells -> new Pair(Double.parseDouble(cells[0]), Double.parseDouble(cells[1])))
            .toList();
  }

  private static List<Pair> repeated(Rule rule, List<Pair> pairs) {
    return pairs.isEmpty()
        ? pairs
        : Collections.nCopies(rule.parameter("pairs").intValue(), pairs.get(0));
  }

  private static Material comparison(Rule rule, List<Pair> pairs, String day) {
    String factor = factor(rule);
    List<AccuracyTest> tests =
        pairs.isEmpty() || day.isEmpty()
            ? List.of()
            : List.of(
                new AccuracyTest(
                    factor, LocalDate.parse(day), "sample", FACTORS.of(factor).unit(), pairs));
    return new Material(1, until(rule).minus(MONTH), until(rule), new MinuteLog(), tests);
  }

  private static Material minutes(Rule rule, MinuteLog log, Duration span) {
    return new Material(1, until(rule).minus(span), until(rule), log, List.of());
  }

  private static MinuteLog drift(Rule rule, String input, double gas) {
    MinuteLog log = new MinuteLog();
    Instant start = until(rule).minus(Duration.ofHours(10));
    log.add(factor(rule), start, 60, 50, "N");
    return input.isEmpty()
        ? log
        : log.add(
            factor(rule), start.plus(Duration.ofHours(2)), 5, gas + Double.parseDouble(input), "C");
  }

  private static Material calibrations(Rule rule, String input) {
    MinuteLog log = new MinuteLog();
    if (input.isEmpty()) {
      log.add(factor(rule), until(rule).minus(Duration.ofHours(1)), 1, 50, "N");
      return minutes(rule, log, Duration.ofHours(1));
    }
    Duration pause = Duration.ofMinutes(Math.round(Double.parseDouble(input) * 60));
    Instant first = until(rule).minus(pause).minus(Duration.ofMinutes(1));
    log.add(factor(rule), first, 1, 0, "C");
    log.add(factor(rule), first.plus(pause), 1, 0, "C");
    return minutes(rule, log, pause.plus(Duration.ofMinutes(1)));
  }

  private static Material forecast(Rule rule, String input, Level level, double gas) {
    List<GasCheck> log = new ArrayList<>();
    double perDay = 0.1;
    for (int daysAgo = 10; daysAgo > 0 && !input.isEmpty(); daysAgo--) {
      double toGo = perDay * (daysAgo + Double.parseDouble(input));
      double drift = rule.parameter("drift-limit") - toGo;
      log.add(new GasCheck(until(rule).minus(Duration.ofDays(daysAgo)), level, gas + drift, gas));
    }
    return logged(rule, new MinuteLog(), log);
  }

  private static Material outOfControl(Rule rule, String input) {
    MinuteLog log = new MinuteLog();
    log.add(factor(rule), until(rule).minus(Duration.ofHours(10)), 600, 50, "N");
    if (input.isEmpty()) {
      return logged(rule, log, List.of());
    }
    Instant good = until(rule).minus(Duration.ofHours(9));
    int hours = Integer.parseInt(input);
    List<GasCheck> checks = new ArrayList<>(List.of(new GasCheck(good, Level.ZERO, 0, 0)));
    if (hours > 0) {
      double beyond = rule.parameter("zero-beyond") + 0.1;
      Instant found = until(rule).minus(Duration.ofHours(hours));
      checks.add(new GasCheck(found, Level.ZERO, beyond, beyond));
    }
    return logged(rule, log, checks);
  }

  private static Material logged(Rule rule, MinuteLog minutes, List<GasCheck> log) {
    Instant until = until(rule);
    Map<String, List<GasCheck>> checks = Map.of(factor(rule), log);
    return new Material(1, until.minus(MONTH), until, minutes, List.of(), checks);
  }

  private static Material emission(Rule rule, String input) {
    MinuteLog log = new MinuteLog();
    Duration hour = Duration.ofHours(1);
    if (!input.isEmpty()) {
      String[] cells = input.split("@");
      Instant start = until(rule).minus(hour);
      log.add(factor(rule), start, 60, Double.parseDouble(cells[0]), "N");
      log.add("a19001", start, 60, Double.parseDouble(cells[1]), "N");
    }
    return minutes(rule, log, hour);
  }

  private static Material permit(Rule rule, String input) {
    MinuteLog log = new MinuteLog();
    Duration hour = Duration.ofHours(1);
    if (!input.isEmpty()) {
      log.add(factor(rule), until(rule).minus(hour), 60, Double.parseDouble(input), "N");
    }
    return minutes(rule, log, hour);
  }

  private static Material hours(Rule rule, String input) {
    MinuteLog log = new MinuteLog();
    if (input.isEmpty()) {
      return minutes(rule, log, MONTH);
    }
    int[] cells = Arrays.stream(input.split("/")).mapToInt(Integer::parseInt).toArray();
    Instant start = until(rule).minus(Duration.ofHours(cells[0]));
    log.add(factor(rule), start, cells[2] * 60, 1, "N");
    Instant bad = start.plus(Duration.ofHours(cells[2]));
    log.add(factor(rule), bad, (cells[1] - cells[2]) * 60, 1, "D");
    return minutes(rule, log, Duration.ofHours(cells[0]));
  }

  private static Material arrived(Rule rule, String input) {
    int[] cells = Arrays.stream(input.split("/")).mapToInt(Integer::parseInt).toArray();
    Duration span = Duration.ofMinutes(cells[0]);
    MinuteLog log = new MinuteLog();
    log.add(factor(rule), until(rule).minus(span), cells[1], 1, "N");
    return minutes(rule, log, span);
  }
}
