package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tijian.analytics.RuleTable.Row;
import org.tijian.analytics.calculate.Calculator;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.check.MinuteLog;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every rule is shown to work at its boundary, and one step beyond it. */
class RuleSampleTests {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final RuleBook RULES = RuleBook.builtIn(Analytics.forms());
  private static final Calculator CALCULATOR = new Calculator(RULES);

  static Stream<RuleSample> ofOutlets() {
    return RuleSample.all().stream().filter(sample -> !sample.rule().startsWith("40cfr75."));
  }

  static Stream<RuleSample> ofPart75() {
    return RuleSample.all().stream().filter(sample -> sample.rule().startsWith("40cfr75."));
  }

  @Test
  void everyRuleHasASampleOfEachOutcome() {
    Map<String, List<String>> outcomes =
        Stream.concat(
                RuleSample.all().stream().map(s -> new Row(s.rule(), "", s.outcome())),
                RuleTable.all().stream().flatMap(table -> table.rows().stream()))
            .collect(
                Collectors.groupingBy(
                    Row::rule, Collectors.mapping(Row::outcome, Collectors.toList())));

    assertThat(RULES.rules()).hasSizeGreaterThan(450);
    assertThat(outcomes.keySet())
        .containsExactlyInAnyOrderElementsOf(RULES.rules().stream().map(Rule::id).toList());
    assertThat(outcomes.values())
        .allSatisfy(words -> assertThat(words).contains("met", "not-met", "cannot-tell"));
  }

  @ParameterizedTest
  @MethodSource("ofOutlets")
  void aCheckComesToTheOutcomeTheFileIsNamedBy(RuleSample sample) {
    Finding finding = judge(sample);

    assertThat(finding.outcome().word()).as(finding.says().en()).isEqualTo(sample.outcome());
    assertThat(finding.advice() != null).isEqualTo(sample.outcome().equals("not-met"));
    assertThat(finding.says().zh() + finding.says().en()).doesNotContain("{", "}");
  }

  @ParameterizedTest
  @MethodSource("ofOutlets")
  void theSampleThatIsMetSitsOnTheLimit(RuleSample sample) {
    Basis basis = judge(sample).outcome().basis();

    if (sample.outcome().equals("met")) {
      assertThat(basis.found()).isEqualTo(basis.limit());
    } else if (sample.outcome().equals("not-met")) {
      assertThat(basis.found()).isNotEqualTo(basis.limit());
      assertThat(basis.found().value())
          .isCloseTo(
              basis.limit().value(),
              org.assertj.core.api.Assertions.within(basis.limit().value() * 0.025));
    }
  }

  @ParameterizedTest
  @MethodSource("ofOutlets")
  void theWorkingTellsFormulaLimitStandardAndHowSureWeAre(RuleSample sample) {
    Finding finding = judge(sample);

    LocalName working = Derivation.of(finding);

    assertThat(working.zh())
        .contains("标准：HJ 75-2017, 2017", "条款：未核对原文，不列条款号", "把握：")
        .contains(finding.rule().provenance().meaning().zh());
    if (finding.outcome().basis() != null) {
      assertThat(working.en())
          .contains("Formula: ", "With: ", "Gives: ", "Found: ", "Wanted: ")
          .doesNotContain("NaN", "Infinity");
    }
  }

  @ParameterizedTest
  @MethodSource("ofPart75")
  void aCalculationComesToTheOutcomeTheFileIsNamedBy(RuleSample sample) {
    Rule rule = RULES.rule(sample.rule()).orElseThrow();
    String question = rule.check().equals("rata") ? rata(sample) : calibrationError(sample);

    JsonNode result = JSON.readTree(CALCULATOR.answer(question)).path("result");

    assertThat(result.isObject()).as(result.toString()).isTrue();
    assertThat(outcome(rule, result)).isEqualTo(sample.outcome());
  }

  private static String outcome(Rule rule, JsonNode result) {
    boolean isRata = rule.check().equals("rata");
    if (result.path(isRata ? "relative_accuracy_pct" : "error").isNull()) {
      return "cannot-tell";
    }
    double limit = rule.limitOn(LocalDate.of(2020, 1, 7)).orElseThrow().quantity().value();
    boolean met =
        isRata
            ? !result.path("aps_ind").isNull()
            : result.path("aps_ind").asInt() == 1 || result.path("error").asDouble() <= limit;
    return met ? "met" : "not-met";
  }

  private static String rata(RuleSample sample) {
    ArrayNode runs = JSON.createArrayNode();
    for (Map<String, String> row : sample.rows()) {
      ObjectNode run = runs.addObject();
      run.put("ref", Double.parseDouble(row.get("ref")));
      run.put("cem", Double.parseDouble(row.get("cem")));
      run.put("status", row.get("status"));
    }
    ObjectNode inputs = JSON.createObjectNode();
    sample.settings().forEach(inputs::put);
    inputs.set("runs", runs);
    return question("rata", inputs);
  }

  private static String calibrationError(RuleSample sample) {
    Map<String, String> row = sample.rows().get(0);
    ObjectNode inputs = JSON.createObjectNode();
    for (String text : List.of("component_type", "level", "injected_at")) {
      inputs.put(text, row.get(text));
    }
    for (String number : List.of("span", "reference", "measured")) {
      inputs.put(number, row.get(number).isEmpty() ? null : Double.valueOf(row.get(number)));
    }
    return question("calibration_error_7day", inputs);
  }

  private static String question(String test, ObjectNode inputs) {
    ObjectNode question = JSON.createObjectNode();
    question.put("id", "sample").put("standard", "40CFR75").put("test", test);
    question.set("inputs", inputs);
    return question.toString();
  }

  private static Finding judge(RuleSample sample) {
    Rule rule = RULES.rule(sample.rule()).orElseThrow();
    Outlet outlet = outlet(sample);
    boolean isComparison = !sample.rows().isEmpty() && sample.rows().get(0).containsKey("monitor");
    Material material = isComparison ? comparison(sample) : minutes(sample);
    List<Finding> findings =
        new CheckCatalogue(Factors.builtIn()).judge(List.of(rule), outlet, material);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static Outlet outlet(RuleSample sample) {
    LocalName name = new LocalName("样例", "Sample");
    Instrument instrument =
        new Instrument(
            sample.setting("factor"),
            name,
            sample.setting("unit"),
            Double.parseDouble(sample.setting("full-scale")),
            Double.parseDouble(sample.setting("zero-gas")),
            Double.valueOf(sample.setting("span-gas")),
            Instrument.Design.EXTRACTIVE,
            true,
            null);
    return new Outlet(1, 1, "DA001", name, null, false, List.of(instrument));
  }

  private static Material comparison(RuleSample sample) {
    List<Pair> pairs =
        sample.rows().stream()
            .map(
                row ->
                    new Pair(
                        Double.parseDouble(row.get("reference")),
                        Double.parseDouble(row.get("monitor"))))
            .toList();
    LocalDate day = LocalDate.parse(sample.setting("tested-on"));
    AccuracyTest test =
        new AccuracyTest(sample.setting("factor"), day, "sample", sample.setting("unit"), pairs);
    Instant until = Instant.parse("2026-11-01T00:00:00Z");
    return new Material(1, until.minus(Duration.ofDays(30)), until, new MinuteLog(), List.of(test));
  }

  private static Material minutes(RuleSample sample) {
    MinuteLog log = new MinuteLog();
    Instant first = null;
    Instant end = null;
    for (Map<String, String> row : sample.rows()) {
      Instant from = Instant.parse(row.get("from"));
      int minutes = Integer.parseInt(row.get("minutes"));
      String value = row.get("value");
      log.add(
          sample.setting("factor"),
          from,
          minutes,
          value.isEmpty() ? Double.NaN : Double.parseDouble(value),
          row.get("mark"));
      first = first == null ? from : first;
      end = from.plus(Duration.ofMinutes(minutes));
    }
    return new Material(
        1, moment(sample, "from", first), moment(sample, "until", end), log, List.of());
  }

  private static Instant moment(RuleSample sample, String key, Instant otherwise) {
    return sample.settings().containsKey(key) ? Instant.parse(sample.setting(key)) : otherwise;
  }
}
