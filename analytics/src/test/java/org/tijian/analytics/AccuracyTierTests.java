package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;

/** The tier follows from the unrounded reference mean; a hair below a bound is below it. */
class AccuracyTierTests {
  private static final Analytics ANALYTICS = Analytics.withBuiltInRules();
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          factor, unit,  reference, monitor,   pairs, rule,          outcome,        says
          a21026, mg/m3, 715,       715,       9,     so2.high,      met,            0 %
          a21026, mg/m3, 714.9999,  714.9999,  9,     so2.middle,    met,            0 mg/m3
          a21026, mg/m3, 142.9999,  142.9999,  9,     so2.low,       met,            0 %
          a21026, mg/m3, 56.9999,   56.9999,   9,     so2.very-low,  met,            0 mg/m3
          a21002, mg/m3, 513,       400,       9,     nox.high,      not-met,        22.03 %
          a21002, mg/m3, 512.9999,  600,       9,     nox.middle,    not-met,        87 mg/m3
          a21002, mg/m3, 103,       144,       9,     nox.middle,    met,            41 mg/m3
          a21002, mg/m3, 41,        30,        9,     nox.low,       met,            26.83 %
          a21002, mg/m3, 1,         13.01,     9,     nox.very-low,  not-met,        12.01 mg/m3
          a19001, %,     5.0,       6.0,       9,     o2.low,        met,            1 %
          a19001, %,     5.0001,    6.0,       9,     o2.high,       not-met,        20 %
          a21005, mg/m3, 3,         3,         9,     other-gas,     met,            0 %
          a21002, mg/m3, 600,       600,       8,     nox.high,      cannot-tell,    fewer than 9
          a21002, mg/m3, 600,       600,       1,     nox.high,      cannot-tell,    fewer than 9
          a21002, ppm,   600,       600,       9,     nox.high,      cannot-tell,    another unit
          a21005, ppm,   100,       90,        9,     other-gas,     met,            10 %
          a21002, mg/m³, 600,       600,       9,     nox.high,      met,            0 %
          a21002, mg/m3, 0,         0,         9,     nox.very-low,  not-applicable, outside the range
          """)
  void isJudgedByTheRuleOfItsTier(
      String factor,
      String unit,
      double reference,
      double monitor,
      int pairs,
      String rule,
      String outcome,
      String says) {
    List<Pair> measured = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      measured.add(new Pair(reference, monitor));
    }
    AccuracyTest test =
        new AccuracyTest(factor, LocalDate.of(2026, 5, 1), "laboratory", unit, measured);

    Finding finding = accuracy(factor, List.of(test));

    assertThat(finding.rule().id()).isEqualTo("hj75-2017.accuracy." + rule);
    assertThat(finding.outcome().word()).isEqualTo(outcome);
    assertThat(finding.says().en()).contains(says);
  }

  private static Finding accuracy(String factor, List<AccuracyTest> tests) {
    LocalName name = new LocalName("样例", "Sample");
    Instrument instrument =
        new Instrument(
            factor,
            name,
            factor.equals("a19001") ? "%" : "mg/m3",
            1000,
            0,
            800.0,
            Instrument.Design.EXTRACTIVE,
            true,
            null);
    Outlet outlet = new Outlet(1, 1, "DA001", name, null, false, List.of(instrument));
    return ANALYTICS.selfCheck(outlet, NOW, new MinuteLog(), tests).findings().stream()
        .filter(finding -> finding.rule().id().contains("accuracy"))
        .reduce(
            (a, b) -> {
              throw new AssertionError("two answers to one question");
            })
        .orElseThrow();
  }
}
