package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculatorTests {
  private static final Calculator CALCULATOR = Vectors.CALCULATOR;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          question                                                     | code             | field
          nonsense                                                     | not-json         |
          [1]                                                          | not-an-object    |
          {"id":1,"standard":"40CFR75","test":"rata"} trailing         | not-json         |
          {"id":1,"test":"rata","inputs":{}}                           | missing          | standard
          {"id":1,"standard":"X","test":"rata","inputs":{}}            | unknown-standard | standard
          {"id":1,"standard":"40CFR75","test":"x","inputs":{}}         | unknown-test     | test
          {"id":1,"standard":"40CFR75","test":"rata"}                  | missing          | inputs
          {"id":1,"standard":"40CFR75","test":"rata","inputs":7}       | not-an-object    | inputs
          {"id":1,"standard":"40CFR75","test":"rata","inputs":{}}      | missing          | inputs.system_type
          """)
  void answersAWrongQuestionWithItsFault(String question, String code, String field) {
    assertError(CALCULATOR.answer(question), code, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          from               | to                  | code          | field
          "SO2"              | "SOOT"              | unknown-value | inputs.component_type
          "2018-02-03 8:5"   | "yesterday"         | not-a-date    | inputs.injected_at
          "2018-02-03 8:5"   | "1999-12-31"        | out-of-range  | inputs.injected_at
          "span":100         | "span":0            | out-of-range  | inputs.span
          "span":100         | "span":-1           | out-of-range  | inputs.span
          "span":100         | "span":"100"        | not-a-number  | inputs.span
          "measured":1       | "measured":null     | missing       | inputs.measured
          "measured":1       | "measured":1e999999 | out-of-range  | inputs.measured
          "measured":1       | "measured":1e-99999 | out-of-range  | inputs.measured
          "measured":1       | "measured":NaN      | not-json      |
          "level":"ZERO"     | "level":""          | not-a-text    | inputs.level
          """)
  void refusesAnImpossibleInputByItsPath(String from, String to, String code, String field) {
    String question =
        """
        {"id":"q","standard":"40CFR75","test":"calibration_error_7day","inputs":\
        {"component_type":"SO2","span":100,"level":"ZERO","measured":1,"reference":0,\
        "injected_at":"2018-02-03 8:5","online":1}}""";
    assertThat(CALCULATOR.answer(question))
        .isEqualTo("{\"id\":\"q\",\"result\":{\"error\":1,\"aps_ind\":0}}");

    assertError(CALCULATOR.answer(question.replace(from, to)), code, field);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          type, span, reference, measured, error, aps_ind
          SO2,  200,  100,       105,      2.5,   0
          SO2,  200,  100,       105.1,    2.6,   0
          SO2,  199,  100,       105.4,    5,     1
          SO2,  199,  100,       105.5,    2.8,   0
          NOX,  100,  50,        52.54,    2.5,   0
          NOX,  100,  50,        52.55,    3,     1
          O2,   25,   11,        11.54,    0.5,   0
          O2,   25,   11,        11.55,    0.6,   0
          FLOW, 100,  50,        53.1,     3.1,   0
          HG,   10,   5,         6.04,     1,     1
          HG,   10.1, 5,         6.04,     10.3,  0
          SO2,  0.01, 0,         9999,     9999.9,0
          """)
  void calibrationErrorTriesTheAlternativeOnlyAfterTheLimit(
      String type, String span, String reference, String measured, String error, int apsInd) {
    String question =
        """
        {"id":1,"standard":"40CFR75","test":"calibration_error_7day","inputs":\
        {"component_type":"%s","span":%s,"level":"HIGH","measured":%s,"reference":%s,\
        "injected_at":"2020-01-01"}}"""
            .formatted(type, span, measured, reference);

    assertThat(CALCULATOR.answer(question))
        .isEqualTo("{\"id\":1,\"result\":{\"error\":%s,\"aps_ind\":%d}}".formatted(error, apsInd));
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      nullValues = "null",
      textBlock =
          """
          type, ref,   cem,    ra,    aps_ind, frequency, test_result
          SO2,  400,   430,    7.5,   0,       4QTRS,     PASSED
          SO2,  400,   430.4,  7.6,   0,       2QTRS,     PASSED
          SO2,  400,   440.4,  10.1,  null,    null,      FAILED
          SO2,  250,   275.1,  10.04, 0,       2QTRS,     PASSED
          SO2,  100,   112,    12,    1,       4QTRS,     PASSAPS
          SO2,  100,   115,    15,    1,       2QTRS,     PASSAPS
          SO2,  100,   115.1,  15.1,  null,    null,      FAILED
          O2,   5,     5.7,    14,    1,       4QTRS,     PASSAPS
          O2,   5,     6,      20,    1,       2QTRS,     PASSAPS
          H2O,  5,     6,      20,    1,       4QTRS,     PASSAPS
          NOX,  0.1,   0.115,  15,    1,       4QTRS,     PASSAPS
          NOX,  0.1,   0.1205, 20.5,  null,    null,      FAILED
          SO2R, 0.1,   0.134,  34,    1,       2QTRS,     PASSAPS
          HG,   1,     1.5,    50,    1,       4QTRS,     PASSAPS
          HG,   2.6,   3.2,    23.08, null,    null,      FAILED
          FLOW, 1000,  1050,   5,     0,       null,      null
          """)
  void relativeAccuracyIsJudgedByTheMainSpecificationFirst(
      String type, String ref, String cem, String ra, String aps, String frequency, String word) {
    String answer = CALCULATOR.answer(rata(type, run(cem, ref).repeat(9)));

    assertThat(answer).contains("\"relative_accuracy_pct\":%s,".formatted(ra));
    assertThat(answer)
        .contains("\"aps_ind\":%s,".formatted(aps))
        .contains("\"frequency\":" + quoted(frequency))
        .contains("\"test_result\":" + quoted(word));
  }

  @Test
  void aMonitorThatReadsLowIsRaisedAndOneThatReadsHighIsNot() {
    assertThat(CALCULATOR.answer(rata("SO2", run("380", "400").repeat(9))))
        .contains("\"baf\":1.053,");
    assertThat(CALCULATOR.answer(rata("SO2", run("400", "380").repeat(9)))).contains("\"baf\":1,");
    assertThat(CALCULATOR.answer(rata("O2", run("9.8", "10").repeat(9)))).contains("\"baf\":1,");
  }

  @Test
  void refusesRunsThatCannotHaveBeenMeasured() {
    String nine = run("1", "1").repeat(8);
    assertError(
        CALCULATOR.answer(rata("SO2", nine + run("-1", "1"))),
        "out-of-range",
        "inputs.runs[8].cem");
    assertError(
        CALCULATOR.answer(rata("SO2", run("0", "1").repeat(9))), "out-of-range", "inputs.runs");
    assertError(
        CALCULATOR.answer(rata("SO2", run("1", "0").repeat(9))), "out-of-range", "inputs.runs");
    assertError(
        CALCULATOR.answer(rata("SO2", nine.replace("RUNUSED", "MAYBE"))),
        "unknown-value",
        "inputs.runs[0].status");
  }

  @Test
  void saysNothingWhenMoreThanThreeRunsWereLeftOut() {
    String left = run("1", "1").replace("RUNUSED", "NOTUSED");

    assertThat(CALCULATOR.answer(rata("SO2", run("9", "9").repeat(9) + left.repeat(4))))
        .contains("\"mean_cem\":null");
    assertThat(CALCULATOR.answer(rata("SO2", run("9", "9").repeat(9) + left.repeat(3))))
        .contains("\"mean_cem\":9,");
  }

  @Test
  void answersTheSumsOfHj75() {
    assertThat(
            CALCULATOR.answer(
                """
                {"id":1,"standard":"HJ 75-2017","test":"zero_drift","inputs":\
                {"before":-3,"previous_after":1,"full_scale":300}}"""))
        .isEqualTo("{\"id\":1,\"result\":{\"drift_pct_fs\":-1.33}}");
    assertThat(
            CALCULATOR.answer(
                """
                {"id":2,"standard":"HJ75-2017","test":"relative_error","inputs":\
                {"pairs":[{"reference":40,"monitor":44},{"reference":60,"monitor":61}]}}"""))
        .isEqualTo(
            "{\"id\":2,\"result\":{\"n\":2,\"mean_ref\":50,\"mean_cem\":52.5,\"relative_error_pct\":5}}");
    assertError(
        CALCULATOR.answer(
            """
            {"id":3,"standard":"HJ75-2017","test":"relative_error","inputs":\
            {"pairs":[{"reference":0,"monitor":1},{"reference":0,"monitor":1}]}}"""),
        "out-of-range",
        "inputs.pairs");
    assertError(
        CALCULATOR.answer(
            """
            {"id":4,"standard":"HJ75-2017","test":"relative_accuracy","inputs":\
            {"pairs":[{"reference":1,"monitor":1},{"reference":1,"monitor":1}]}}"""),
        "too-few",
        "inputs.pairs");
  }

  @RepeatedTest(200)
  void neverAnswersWithSomethingThatIsNoNumber(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder runs = new StringBuilder();
    for (int i = 0; i < random.nextInt(14); i++) {
      runs.append(run(value(random), value(random)));
    }

    String answer = CALCULATOR.answer(rata("SO2", runs.toString()));

    assertThat(answer)
        .containsPattern("^\\{\"id\":\"r\",\"(result|error)\":\\{.*}}$")
        .doesNotContain("NaN", "Infinity", "E+", "E-");
  }

  private static String value(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "0";
      case 1 -> "1e" + random.nextInt(19);
      case 2 -> "1e-" + random.nextInt(19);
      case 3 -> "-" + random.nextInt(9);
      default -> String.valueOf(random.nextInt(100_000) / 1000.0);
    };
  }

  private static String rata(String type, String runs) {
    return """
        {"id":"r","standard":"40CFR75","test":"rata","inputs":{"system_type":"%s","op_level":"H",\
        "test_begin":"2020-01-07","runs":[%s]}}"""
        .formatted(type, runs.replaceFirst(",$", ""));
  }

  private static String run(String cem, String ref) {
    return "{\"cem\":%s,\"ref\":%s,\"load\":100,\"status\":\"RUNUSED\"},".formatted(cem, ref);
  }

  private static String quoted(String word) {
    return word == null ? "null" : "\"" + word + "\"";
  }

  private static void assertError(String answer, String code, String field) {
    assertThat(answer)
        .contains("\"error\":{\"code\":\"%s\",".formatted(code))
        .contains("\"field\":" + quoted(field));
  }
}
