package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.check.HourScript;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.OutletDescription;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;
import org.tijian.analytics.statistic.LastDigits;

/**
 * What the screens say of real series that nobody suspects of anything: a false alarm each, unless
 * it has a reason that is told here and in docs/screens.md. The series hold hours; their minutes
 * are drawn between them, so screens that look at minutes alone learn nothing from them.
 */
class RealSeriesScreenTests {
  private static final CheckCatalogue CHECKS = new CheckCatalogue(Factors.builtIn());
  private static final List<Rule> SCREENS =
      RuleBook.builtIn(Analytics.forms()).rules().stream()
          .filter(rule -> rule.id().startsWith("screens."))
          .toList();
  private static final LocalName NAME = new LocalName("样例", "Sample");
  private static final Instant START = Instant.parse("2026-01-01T16:00:00Z");
  private static final int MONTH = 30 * 24;

  /** NOx and CO of a gas turbine with its power, the 30 days before the end of each week. */
  @Test
  void aGasTurbineIsLeftAlone() {
    List<double[]> columns = columns("gas_turbine_hourly.csv", 8, 9, 10);

    Map<String, Integer> alarms =
        alarms(
            Map.of("i33400", columns.get(0), "a21005", columns.get(1), "a21002", columns.get(2)),
            Map.of("a21005", 50.0, "a21002", 200.0));

    assertThat(alarms).isEqualTo(Map.of());
  }

  /** SO2 of a coal-fired unit, and the flow of another, without a load. */
  @Test
  void coalFiredUnitsAreLeftAlone() {
    assertThat(alarms(Map.of("a21026", ecmps("SO2C")), Map.of("a21026", 100.0)))
        .isEqualTo(Map.of());
    assertThat(alarms(Map.of("a00000", ecmps("FLOW")), Map.of("a00000", 1e8))).isEqualTo(Map.of());
  }

  /** How often each screen was not met, by rule and factor. */
  private static Map<String, Integer> alarms(
      Map<String, double[]> series, Map<String, Double> fullScales) {
    HourScript script = new HourScript().from(START);
    series.forEach((factor, values) -> script.addHours(factor, values, decimals(values)));
    List<Instrument> instruments =
        fullScales.entrySet().stream()
            .map(scale -> instrument(scale.getKey(), scale.getValue()))
            .toList();
    Outlet outlet = new Outlet(1, 1, "DA001", NAME, null, false, instruments);
    Map<String, Integer> alarms = new TreeMap<>();
    for (int end = Math.min(MONTH, script.hours()); end <= script.hours(); end += 7 * 24) {
      Instant until = START.plus(Duration.ofHours(end));
      Instant from = START.plus(Duration.ofHours(Math.max(0, end - MONTH)));
      Material material = new Material(1, from, until, script, List.of());
      for (Finding finding :
          CHECKS.judge(SCREENS, outlet, OutletDescription.of(outlet), material)) {
        if (finding.outcome().word().equals("not-met")) {
          alarms.merge(finding.code(), 1, Integer::sum);
        }
      }
    }
    return alarms;
  }

  /** Of the least digit. */
  private static int decimals(double[] values) {
    return (int) Math.max(0, Math.round(-Math.log10(LastDigits.leastDigit(values))));
  }

  private static Instrument instrument(String factor, double fullScale) {
    return new Instrument(
        factor,
        NAME,
        Factors.builtIn().of(factor).unit(),
        fullScale,
        0,
        null,
        Instrument.Design.EXTRACTIVE,
        true,
        fullScale / 2);
  }

  private static double[] ecmps(String parameter) {
    return lines("ecmps_hourly.csv").stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[0].equals(parameter))
        .mapToDouble(cells -> cells[1].isEmpty() ? Double.NaN : Double.parseDouble(cells[1]))
        .toArray();
  }

  private static List<double[]> columns(String file, int... places) {
    List<String[]> rows = lines(file).stream().skip(1).map(line -> line.split(",")).toList();
    return Arrays.stream(places)
        .mapToObj(place -> rows.stream().mapToDouble(r -> Double.parseDouble(r[place])).toArray())
        .toList();
  }

  private static List<String> lines(String file) {
    String folder = System.getProperty("tijian.series");
    try {
      if (folder != null) {
        return Files.readAllLines(Path.of(folder, file));
      }
      try (InputStream in = RealSeriesScreenTests.class.getResourceAsStream("/series/" + file)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
