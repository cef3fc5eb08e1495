package org.tijian.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantiles and factors against printed tables. */
class DistributionTests {
  /** Two-sided 95 %, 1 to 30 degrees of freedom, as laboratories print it. */
  private static final List<String> T =
      Stream.of(
              "12.706 4.303 3.182 2.776 2.571 2.447 2.365 2.306 2.262 2.228",
              "2.201 2.179 2.160 2.145 2.131 2.120 2.110 2.101 2.093 2.086",
              "2.080 2.074 2.069 2.064 2.060 2.056 2.052 2.048 2.045 2.042")
          .flatMap(row -> Stream.of(row.split(" ")))
          .toList();

  @Test
  void twoSidedTIsAsPrinted() {
    assertThat(T).hasSize(30);
    for (int f = 1; f <= T.size(); f++) {
      assertThat(StudentT.twoSided95(f)).as("t(%d)", f).isEqualTo(new BigDecimal(T.get(f - 1)));
    }
  }

  @Test
  void twoSidedTTendsToTheNormalValueAndNotToOne() {
    assertThat(StudentT.twoSided95(31)).isEqualTo(new BigDecimal("2.040"));
    assertThat(StudentT.twoSided95(100_000)).isEqualTo(new BigDecimal("1.960"));
  }

  /** One-sided 95 % at N - 1 and kv at N. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          n,  t,     kv
          3,  2.920, 0.8326
          4,  2.353, 0.8881
          5,  2.132, 0.9161
          10, 1.833, 0.9628
          15, 1.761, 0.9761
          20, 1.729, 0.9824
          30, 1.699, 0.9885
          """)
  void oneSidedTAndTheFactorOfVariabilityAreAsPrinted(int n, String t, String kv) {
    assertThat(StudentT.oneSided95(n - 1)).isEqualTo(new BigDecimal(t));
    assertThat(Rounding.round(Variability.kv(n), 4)).isEqualTo(new BigDecimal(kv));
  }

  /** f, v_f and u at n' = f of the tables for correlations of dust monitors. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          f,  v,      u
          7,  1.7972, 1.233
          8,  1.7110, 1.222
          9,  1.6452, 1.214
          10, 1.5931, 1.208
          11, 1.5506, 1.203
          12, 1.5153, 1.198
          13, 1.4854, 1.195
          14, 1.4597, 1.191
          15, 1.4373, 1.189
          16, 1.4176, 1.186
          17, 1.4001, 1.184
          18, 1.3845, 1.182
          20, 1.3576, 1.179
          25, 1.3080, 1.173
          """)
  void toleranceFactorsAreAsPrinted(int f, String v, String u) {
    assertThat(printed(ToleranceInterval.v(f), 4)).isEqualTo(v);
    // The printed u differs by one in the last place where the table was cut.
    assertThat(Math.abs(ToleranceInterval.u(f) - Double.parseDouble(u))).isLessThan(0.001);
  }

  private static String printed(double value, int decimals) {
    return Rounding.round(BigDecimal.valueOf(value), decimals).toPlainString();
  }
}
