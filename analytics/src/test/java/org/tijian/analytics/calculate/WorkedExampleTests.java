package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Worked examples that were printed elsewhere, one to ten and twelve of the collection they come
 * from. The eleventh is wrong in its source and no test.
 */
class WorkedExampleTests {
  private static final String HJ75 = "HJ75-2017";

  /** The published spreadsheet for PS-11; its table row for u is that of 16, not of 14 points. */
  @Test
  void one_correlationOfADustMonitor() {
    JsonNode result =
        Vectors.result(
            HJ75,
            "pm_correlation",
            """
            {"x":[1.5524,1.6151,1.556,1.6011,7.7059,8.3138,7.6329,7.2768,7.1513,11.9547,13.0548,\
            11.3722,10.7378,10.391],"y":[0.09,0.09,0.17,0.96,19.26,16.42,19.88,19.46,17.77,27.78,\
            26.12,26.29,26.64,26.16],"emission_limit":30}""");

    assertPrinted(result, "slope", "2.597994");
    assertPrinted(result, "intercept", "-2.691902");
    assertPrinted(result, "s_l", "2.397");
    assertPrinted(result, "mean_y", "16.221");
    assertPrinted(result, "t", "2.179");
    assertPrinted(result, "ci", "1.396");
    assertPrinted(result, "ci_pct", "4.65");
    assertPrinted(result, "s_y", "11.048");
    assertPrinted(result, "r", "0.976");
    assertPrinted(result, "k_t", "1.8055");
    assertPrinted(result, "ti", "4.328");
  }

  /** Printed summaries of accuracy tests: cc = t S_d / sqrt(n), RA = (|d| + cc) / RM. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          example,       parameter, reference, difference, cc,    accuracy
          two Barry,     SO2,       337.46,    -3.42,      1.754, 1.53
          three Barry,   SO2,       338.26,    1.99,       1.481, 1.03
          four Big Brown,NOXC,      67.467,    0.867,      0.077, 1.40
          four Big Brown,NOXC,      67.222,    -0.522,     0.075, 0.89
          five Hudson,   O2,        11.4,      -0.556,     0.056, 5.36
          """)
  void twoToFive_accuracyFromSummaries(
      String example, String parameter, String reference, String d, String cc, String accuracy) {
    JsonNode result =
        Vectors.result(
            "40CFR75",
            "rata_summary",
            """
            {"parameter":"%s","n_runs":9,"t_value":2.306,"mean_cem":%s,"mean_ref":%s,\
            "mean_diff":%s,"confidence_coef":%s}"""
                .formatted(
                    parameter,
                    new BigDecimal(reference).subtract(new BigDecimal(d)),
                    reference,
                    d,
                    cc));

    assertThat(
            result
                .path("relative_accuracy_pct")
                .decimalValue()
                .subtract(new BigDecimal(accuracy))
                .abs())
        .as(example)
        .isLessThanOrEqualTo(new BigDecimal("0.01"));
    assertThat(
            Summaries.isBetween(
                Vectors.JSON.readTree(accuracy), result.path("relative_accuracy_between")))
        .as(example + result)
        .isTrue();
  }

  /** A set section of 3.5 m2 where 6.06 m2 are real: 57.75 % of the flow. */
  @Test
  void six_flowFollowsTheSection() {
    BigDecimal set = flow("3.5").path("actual_m3_h").decimalValue();
    BigDecimal real = flow("6.06").path("actual_m3_h").decimalValue();

    assertThat(set.doubleValue() / real.doubleValue() * 100).isBetween(57.75, 57.76);
  }

  @Test
  void seven_conversionByTheAirRatio() {
    JsonNode result =
        Vectors.result(
            HJ75, "o2_conversion", "{\"concentration\":71.5,\"o2\":15.14,\"alpha_reference\":1.8}");

    // Printed as 142.349260, cut after the sixth place.
    assertPrinted(result, "converted", "142.34926");
  }

  @Test
  void eight_transmissionOfADay() {
    JsonNode result =
        Vectors.result(
            HJ75, "transmission_effectiveness", "{\"due\":24,\"received\":23,\"valid\":23}");

    assertPrinted(result, "transmission_effectiveness_pct", "95.83");
  }

  @Test
  void nine_waterAnalysersAgainstTheLaboratory() {
    JsonNode demand = water("\"limit_pct\":15,\"wanted\":2", "104.6/123 90/120 118/121");
    assertPrinted(demand.path("errors").path(0), "-14.96");
    assertThat(demand.path("kept").toString()).isEqualTo("[true,false,true]");
    assertThat(demand.path("result").asString()).isEqualTo("PASSED");

    JsonNode ammonia = water("\"limit_abs\":0.3,\"wanted\":3", "1.0/1.2 1.9/1.2 1.8/1.2 1.25/1.2");
    assertThat(ammonia.path("kept").toString()).isEqualTo("[true,false,false,true]");
    assertThat(ammonia.path("result").asString()).isEqualTo("FAILED");

    assertPrinted(
        water("\"limit_pct\":10,\"wanted\":1", "99.76/100").path("errors").path(0), "-0.24");
    JsonNode standard = water("\"limit_pct\":10,\"wanted\":1", "22/25");
    assertPrinted(standard.path("errors").path(0), "-12");
    assertThat(standard.path("result").asString()).isEqualTo("FAILED");
  }

  /** Tier bounds in both units; the bound of 410 is printed cut, so it may be a whole one off. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          ratio, molar_mass, printed
          250,   64.06,         715
          50,    64.06,         143
          20,    64.06,         57
          6,     64.06,         17
          100,   64.06,         286
          250,   46.005,        513
          50,    46.005,        103
          20,    46.005,        41
          6,     46.005,        12
          200,   46.005,        410
          """)
  void ten_boundsInBothUnits(String ratio, String mass, String printed) {
    JsonNode result =
        Vectors.result(
            HJ75,
            "mass_concentration",
            "{\"ratio_umol_mol\":%s,\"molar_mass\":%s}".formatted(ratio, mass));

    assertThat(result.path("mass_mg_m3").decimalValue().subtract(new BigDecimal(printed)).abs())
        .isLessThan(new BigDecimal(printed.equals("410") ? "0.8" : "0.6"));
  }

  @Test
  void twelve_fromVolumeRatiosToKilogramsAnHour() {
    JsonNode sulphur =
        Vectors.result(HJ75, "mass_concentration", "{\"ratio_umol_mol\":86,\"molar_mass\":64.06}");
    assertPrinted(sulphur, "mass_mg_m3", "245.945");
    JsonNode nitrogen =
        Vectors.result(
            HJ75,
            "nox_as_no2",
            "{\"no_umol_mol\":92,\"no2_umol_mol\":6,\"molar_mass_no2\":46.005}");
    assertPrinted(nitrogen, "nox_mg_m3", "201.272");

    assertPrinted(converted(sulphur.path("mass_mg_m3")), "converted", "491.889");
    assertPrinted(converted(nitrogen.path("nox_mg_m3")), "converted", "402.544");
    assertPrinted(converted(nitrogen.path("nox_mg_m3")), "factor", "2.000");

    JsonNode flow = flow("12");
    assertPrinted(flow, "actual_m3_h", "389880");
    assertPrinted(flow, "standard_dry_m3_h", "265655.3");
    JsonNode rate =
        Vectors.result(
            HJ75,
            "emission_rate",
            "{\"concentration\":%s,\"standard_dry_flow_m3_h\":%s}"
                .formatted(sulphur.path("mass_mg_m3"), flow.path("standard_dry_m3_h")));
    assertPrinted(rate, "emission_rate_kg_h", "65.3365");
  }

  private static JsonNode converted(JsonNode concentration) {
    return Vectors.result(
        HJ75,
        "o2_conversion",
        "{\"concentration\":%s,\"o2\":13.5,\"o2_reference\":6}".formatted(concentration));
  }

  private static JsonNode flow(String area) {
    return Vectors.result(
        HJ75,
        "dry_standard_flow",
        """
        {"area_m2":%s,"velocity_m_s":9.5,"velocity_factor":0.95,"temperature_c":93.4,\
        "ambient_pressure_pa":101300,"static_pressure_pa":-800,"moisture_pct":7.8}"""
            .formatted(area));
  }

  private static JsonNode water(String settings, String samples) {
    StringBuilder list = new StringBuilder();
    for (String sample : samples.split(" ")) {
      String[] pair = sample.split("/");
      list.append(list.isEmpty() ? "" : ",")
          .append("{\"online\":%s,\"laboratory\":%s}".formatted(pair[0], pair[1]));
    }
    return Vectors.result(
        "HJ355-2019", "water_comparison", "{%s,\"samples\":[%s]}".formatted(settings, list));
  }

  private static void assertPrinted(JsonNode result, String name, String printed) {
    assertThat(Vectors.agrees(Vectors.JSON.readTree(printed), result.path(name)))
        .as("%s: %s printed, %s found", name, printed, result.path(name))
        .isTrue();
  }

  private static void assertPrinted(JsonNode value, String printed) {
    assertThat(Vectors.agrees(Vectors.JSON.readTree(printed), value)).as(value.toString()).isTrue();
  }
}
