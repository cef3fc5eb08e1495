package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * docs/verdicts.md prints what the command prints, and the figures of the hand calculation are
 * those of the working or follow from the inputs.
 */
class VerdictDocumentTests {
  private static final Pattern VERDICT =
      Pattern.compile(
          "```json\\n([^\\n]+)\\n```\\n\\n```(zh|en)\\n(.*?)\\n```\\n\\nBy hand:\\n(.*?)(?=\\n## |$)",
          Pattern.DOTALL);
  private static final Pattern FIGURE = Pattern.compile("-?\\d+\\.\\d{6}");

  private static List<MatchResult> verdicts() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "verdicts.md")).stripTrailing();
    return VERDICT.matcher(page).results().toList();
  }

  @Test
  void printsWhatTheCommandPrints() throws IOException {
    assertThat(verdicts()).hasSize(3);
    for (MatchResult verdict : verdicts()) {
      JsonNode answer = answer(verdict);
      String working =
          String.join(
              "\n",
              answer
                  .path("working")
                  .path(verdict.group(2))
                  .valueStream()
                  .map(JsonNode::asString)
                  .toList());
      assertThat(verdict.group(3)).isEqualTo(working);
    }
  }

  @Test
  void everyFigureOfTheHandCalculationIsPrintedOrFollowsFromTheInputs() throws IOException {
    int figures = 0;
    for (MatchResult verdict : verdicts()) {
      String known = padded(verdict.group(3)) + byHand(answer(verdict), verdict.group(1));
      for (MatchResult figure : FIGURE.matcher(verdict.group(4)).results().toList()) {
        figures++;
        assertThat(known).contains(figure.group());
      }
    }
    assertThat(figures).isGreaterThan(30);
  }

  private static JsonNode answer(MatchResult verdict) {
    return Vectors.answer(verdict.group(1).replaceFirst("\\{", "{\"working\":true,"));
  }

  /** All numbers of the working with six decimals. */
  private static String padded(String working) {
    return Pattern.compile("-?\\d+(\\.\\d+)?")
        .matcher(working)
        .replaceAll(match -> six(Double.parseDouble(match.group())));
  }

  /** Sums that the working names but does not print, from the inputs in plain doubles. */
  private static String byHand(JsonNode answer, String question) {
    JsonNode inputs = Vectors.JSON.readTree(question).path("inputs");
    if (inputs.has("runs")) {
      double[] d =
          inputs
              .path("runs")
              .valueStream()
              .filter(run -> run.path("status").asString().equals("RUNUSED"))
              .mapToDouble(run -> run.path("ref").asDouble() - run.path("cem").asDouble())
              .toArray();
      double sum = IntStream.range(0, d.length).mapToDouble(i -> d[i]).sum();
      double squares = IntStream.range(0, d.length).mapToDouble(i -> d[i] * d[i]).sum();
      return " " + six(squares - sum * sum / d.length);
    }
    if (!inputs.has("x")) {
      return "";
    }
    double[] x = inputs.path("x").valueStream().mapToDouble(JsonNode::asDouble).toArray();
    double[] y = inputs.path("y").valueStream().mapToDouble(JsonNode::asDouble).toArray();
    int n = x.length;
    double meanX = IntStream.range(0, n).mapToDouble(i -> x[i]).sum() / n;
    double meanY = IntStream.range(0, n).mapToDouble(i -> y[i]).sum() / n;
    double products = IntStream.range(0, n).mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY)).sum();
    double residual = answer.path("result").path("s_l").asDouble();
    double slope =
        products / IntStream.range(0, n).mapToDouble(i -> Math.pow(x[i] - meanX, 2)).sum();
    double squares =
        IntStream.range(0, n)
            .mapToDouble(i -> Math.pow(meanY + slope * (x[i] - meanX) - y[i], 2))
            .sum();
    assertThat(Math.sqrt(squares / (n - 2)) - residual).isBetween(-1e-6, 1e-6);
    return " " + six(products) + " " + six(squares);
  }

  private static String six(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
