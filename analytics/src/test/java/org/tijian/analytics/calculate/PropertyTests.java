package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What must hold for any numbers, tried with seeded random ones. */
class PropertyTests {
  private static final String HJ75 = "HJ75-2017";

  /** Random pairs of a monitor and a reference. */
  record Case(int seed, List<BigDecimal> reference, List<BigDecimal> monitor) {
    static Case of(int seed) {
      Random random = new Random(seed);
      int n = 15 + random.nextInt(10);
      List<BigDecimal> reference = new ArrayList<>();
      List<BigDecimal> monitor = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        reference.add(BigDecimal.valueOf(1000 + random.nextInt(90_000), 2));
        monitor.add(reference.get(i).add(BigDecimal.valueOf(random.nextInt(500) - 250, 2)));
      }
      return new Case(seed, reference, monitor);
    }

    Case shuffled() {
      List<Integer> order = new ArrayList<>(IntStream.range(0, reference.size()).boxed().toList());
      Collections.shuffle(order, new Random(seed));
      return new Case(
          seed,
          order.stream().map(reference::get).toList(),
          order.stream().map(monitor::get).toList());
    }

    Case times(String factor) {
      BigDecimal f = new BigDecimal(factor);
      return new Case(
          seed,
          reference.stream().map(f::multiply).toList(),
          monitor.stream().map(f::multiply).toList());
    }

    Case agreeing() {
      return new Case(seed, reference, reference);
    }

    String pairs() {
      return "{\"pairs\":[%s]}".formatted(list("{\"reference\":%s,\"monitor\":%s}"));
    }

    String runs() {
      String run = "{\"ref\":%s,\"cem\":%s,\"status\":\"RUNUSED\"}";
      return "{\"system_type\":\"NOXC\",\"test_begin\":\"2020-01-01\",\"runs\":[%s]}"
          .formatted(list(run));
    }

    String lists(String x, String y, String settings) {
      return "{\"%s\":%s,\"%s\":%s%s}".formatted(x, monitor, y, reference, settings);
    }

    private String list(String form) {
      return String.join(
          ",",
          IntStream.range(0, reference.size())
              .mapToObj(i -> form.formatted(reference.get(i), monitor.get(i)))
              .toList());
    }

    @Override
    public String toString() {
      return "seed " + seed;
    }
  }

  static Stream<Case> cases() {
    return IntStream.range(0, 25).mapToObj(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreementGivesZero(Case given) {
    Case agreeing = given.agreeing();
    assertZero(
        Vectors.result(HJ75, "relative_accuracy", agreeing.pairs()), "relative_accuracy_pct");
    assertZero(Vectors.result(HJ75, "absolute_error", agreeing.pairs()), "absolute_error");
    assertZero(Vectors.result(HJ75, "relative_error", agreeing.pairs()), "relative_error_pct");
    JsonNode rata = Vectors.result("40CFR75", "rata", agreeing.runs());
    assertZero(rata, "relative_accuracy_pct");
    assertThat(rata.path("baf").asInt()).isEqualTo(1);
    assertThat(rata.path("test_result").asString()).isEqualTo("PASSED");
    String settings = ",\"ELV\":500,\"P_pct\":20";
    JsonNode qal2 =
        Vectors.result("EN14181", "qal2_variability", agreeing.lists("x_ams", "y_srm", settings));
    assertZero(qal2, "s_D");
    assertThat(qal2.path("pass").asBoolean()).isTrue();
    BigDecimal gas = given.reference().get(0);
    assertZero(
        Vectors.result(
            HJ75,
            "zero_drift",
            "{\"before\":%s,\"previous_after\":%s,\"full_scale\":300}".formatted(gas, gas)),
        "drift_pct_fs");
    assertZero(
        Vectors.result(
            "40CFR60",
            "cylinder_gas_audit",
            "{\"audit_gas\":%s,\"readings\":[%s,%s,%s]}".formatted(gas, gas, gas, gas)),
        "accuracy_pct");
  }

  private static void assertZero(JsonNode result, String name) {
    assertThat(result.path(name).decimalValue()).as(name).isZero();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOrderOfThePairsDoesNotMatter(Case given) {
    Case other = given.shuffled();
    for (String test : List.of("relative_accuracy", "absolute_error", "relative_error")) {
      assertThat(Vectors.result(HJ75, test, other.pairs()))
          .isEqualTo(Vectors.result(HJ75, test, given.pairs()));
    }
    assertThat(Vectors.result("40CFR75", "rata", other.runs()))
        .isEqualTo(Vectors.result("40CFR75", "rata", given.runs()));
    String limit = ",\"emission_limit\":1000";
    assertThat(Vectors.result(HJ75, "pm_correlation", other.lists("x", "y", limit)))
        .isEqualTo(Vectors.result(HJ75, "pm_correlation", given.lists("x", "y", limit)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theUnitDoesNotMatterWhereTheResultIsRelative(Case given) {
    Case other = given.times("1000");
    JsonNode one = Vectors.result(HJ75, "relative_accuracy", given.pairs());
    JsonNode two = Vectors.result(HJ75, "relative_accuracy", other.pairs());
    assertThat(two.path("relative_accuracy_pct")).isEqualTo(one.path("relative_accuracy_pct"));
    assertThat(Vectors.result(HJ75, "relative_error", other.pairs()).path("relative_error_pct"))
        .isEqualTo(
            Vectors.result(HJ75, "relative_error", given.pairs()).path("relative_error_pct"));
    JsonNode small =
        Vectors.result(HJ75, "pm_correlation", given.lists("x", "y", ",\"emission_limit\":30"));
    JsonNode large =
        Vectors.result(HJ75, "pm_correlation", other.lists("x", "y", ",\"emission_limit\":30000"));
    for (String name : List.of("r", "ci_pct", "ti_pct", "slope", "k_t")) {
      assertThat(large.path(name)).as(name).isEqualTo(small.path(name));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatPassesALimitPassesAWiderOne(Case given) {
    boolean passed = false;
    int kept = 0;
    BigDecimal last = null;
    for (int limit : List.of(5, 20, 80, 1000)) {
      JsonNode ast =
          Vectors.result(
              "EN14181",
              "ast",
              given.lists(
                  "x_ams", "y_srm", ",\"slope\":1,\"intercept\":0,\"P_pct\":10,\"ELV\":" + limit));
      boolean passes =
          ast.path("variability_pass").asBoolean() && ast.path("validity_pass").asBoolean();
      assertThat(passes || !passed).isTrue();
      passed = passes;
      JsonNode dust =
          Vectors.result(
              HJ75, "pm_correlation", given.lists("x", "y", ",\"emission_limit\":" + limit));
      BigDecimal interval = dust.path("ti_pct").decimalValue();
      assertThat(last == null || interval.compareTo(last) <= 0).isTrue();
      last = interval;
      int within = water(given, limit);
      assertThat(within).isGreaterThanOrEqualTo(kept);
      kept = within;
    }
    assertThat(passed).isTrue();
    assertThat(kept).isEqualTo(given.reference().size());
  }

  private static int water(Case given, int limit) {
    String samples = given.list("{\"laboratory\":%s,\"online\":%s}");
    return Vectors.result(
            "HJ355-2019",
            "water_comparison",
            "{\"limit_pct\":%d,\"wanted\":1,\"samples\":[%s]}".formatted(limit, samples))
        .path("kept_count")
        .asInt();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSignOfADriftTurnsWithItsReadings(Case given) {
    BigDecimal before = given.monitor().get(0);
    BigDecimal after = given.reference().get(0);

    assertThat(drift(before, after)).isEqualByComparingTo(drift(after, before).negate());
  }

  private static BigDecimal drift(BigDecimal before, BigDecimal after) {
    return Vectors.result(
            HJ75,
            "span_drift",
            "{\"before\":%s,\"previous_after\":%s,\"full_scale\":300}".formatted(before, after))
        .path("drift_pct_fs")
        .decimalValue();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theConvertedConcentrationGrowsWithOxygen(Case given) {
    BigDecimal last = BigDecimal.ZERO;
    for (String oxygen : List.of("0", "3", "6", "9", "12", "15", "18", "18.99")) {
      JsonNode result =
          Vectors.result(
              HJ75,
              "o2_conversion",
              "{\"concentration\":%s,\"o2\":%s,\"o2_reference\":6}"
                  .formatted(given.reference().get(0), oxygen));
      BigDecimal converted = result.path("converted").decimalValue();
      assertThat(converted).isGreaterThan(last);
      last = converted;
    }
  }
}
