package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;

/**
 * Every consistent row of the accuracy tests that the EPA published for 2014 to 2018. Rows that are
 * exact agree to the last digit; of the others the printed inputs were rounded, and the published
 * result lies between the bounds that are told with the answer.
 */
class RataSummaryTests {
  private static final String FILE = "rata_summaries_2014_2018.csv";

  /** Its 7.5 % does not follow from its inputs, printed to five places: they give 7.34 %. */
  private static final String DOES_NOT_FOLLOW = "NOX-N10-20180712";

  private static final String UNQUOTED_COMMA = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  private static List<Map<String, String>> rows() {
    List<String> lines = Vectors.text(FILE).lines().toList();
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(UNQUOTED_COMMA, -1);
      assertThat(cells).as(line).hasSameSizeAs(names);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static JsonNode result(Map<String, String> row) {
    String question =
        """
        {"id":"row","standard":"40CFR75","test":"rata_summary","inputs":{"parameter":"%s",\
        "n_runs":%s,"t_value":%s,"mean_cem":%s,"mean_ref":%s,"mean_diff":%s,"std_dev_2dp":%s,\
        "confidence_coef":%s}}"""
            .formatted(
                Arrays.stream("parameter n t mean_cem mean_ref mean_diff std_dev cc".split(" "))
                    .map(row::get)
                    .toArray());
    JsonNode answer = Vectors.JSON.readTree(Vectors.CALCULATOR.answer(question));
    assertThat(answer.has("error")).as(answer + " " + row).isFalse();
    return answer.path("result");
  }

  @Test
  void everyConsistentRowAgrees() {
    int consistent = 0;
    int exact = 0;
    for (Map<String, String> row : rows()) {
      if (row.get("consistent").equals("1")) {
        consistent++;
        boolean isExact = row.get("exact").equals("1");
        exact += isExact ? 1 : 0;
        assertAgrees(row, isExact, result(row));
      }
    }
    assertThat(consistent).isEqualTo(4777);
    assertThat(exact).isEqualTo(1818);
  }

  private static void assertAgrees(Map<String, String> row, boolean isExact, JsonNode result) {
    String what = row + " " + result;
    JsonNode accuracy = DecimalNode.valueOf(new BigDecimal(row.get("ra")));
    JsonNode factor = DecimalNode.valueOf(new BigDecimal(row.get("baf")));
    if (isExact) {
      assertThat(result.path("relative_accuracy_pct").decimalValue())
          .as(what)
          .isEqualByComparingTo(accuracy.decimalValue());
    }
    assertThat(Summaries.isBetween(accuracy, result.path("relative_accuracy_between")))
        .as(what)
        .isNotEqualTo(row.get("test_number").equals(DOES_NOT_FOLLOW));
    assertThat(
            Vectors.agrees(factor, result.path("baf"))
                || Summaries.isFactor(factor, result, isExact))
        .as(what)
        .isTrue();
    if (row.get("frequency").matches("[24]QTRS")) {
      assertThat(result.path("frequency").asString()).as(what).isEqualTo(row.get("frequency"));
    }
  }

  @Test
  void frequenciesThatDoNotFollowFromTheNumbersStandOut() {
    List<String> found =
        rows().stream()
            .filter(row -> row.get("inconsistent_fields").equals("frequency"))
            .map(row -> row.get("frequency") + " " + result(row).path("frequency").asString())
            .toList();

    // The second was judged by a relative accuracy of 7.54; its printed inputs give 7.6.
    assertThat(found).containsExactly("OS 2QTRS", "2QTRS 2QTRS", "4QTRS 2QTRS");
  }
}
