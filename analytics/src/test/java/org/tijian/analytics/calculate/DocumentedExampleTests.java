package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The examples of docs/calculate.md are what the command answers, and every test has one. */
class DocumentedExampleTests {
  private static final Pattern EXAMPLE =
      Pattern.compile("```json\\n(\\{[^\\n]*)\\n(\\{[^\\n]*)\\n```");

  private static final Pattern SUM =
      Pattern.compile("Gives: [^=]+ = (.+) = (-?[0-9.]+)( [^(]*)? \\(.*\\)");

  record Example(String question, String answer) {
    @Override
    public String toString() {
      return question.substring(0, Math.min(80, question.length()));
    }
  }

  static List<Example> examples() {
    try {
      return EXAMPLE
          .matcher(Files.readString(Path.of("..", "docs", "calculate.md")))
          .results()
          .map((MatchResult match) -> new Example(match.group(1), match.group(2)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isWhatTheCommandAnswers(Example example) {
    assertThat(Vectors.CALCULATOR.answer(example.question())).isEqualTo(example.answer());
  }

  @Test
  void everyTestHasOne() {
    List<JsonNode> questions =
        examples().stream().map(example -> Vectors.JSON.readTree(example.question())).toList();

    assertThat(questions.stream().map(q -> q.path("test").asString()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Calculations.all(Vectors.RULES).stream()
                .map(Calculation::test)
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void showsItsWorkingInBothLanguages(Example example) {
    String question = example.question().replaceFirst("\\{", "{\"working\":true,");

    JsonNode answer = Vectors.answer(question);

    assertThat(answer.path("result").toString())
        .isEqualTo(Vectors.JSON.readTree(example.answer()).path("result").toString());
    List<String> zh = lines(answer, "zh");
    List<String> en = lines(answer, "en");
    assertThat(zh).hasSameSizeAs(en).noneMatch(line -> line.contains("null ="));
    assertThat(zh).anyMatch(line -> line.startsWith("公式：")).anyMatch(l -> l.startsWith("把握："));
    assertThat(en)
        .anyMatch(line -> line.startsWith("Formula: "))
        .anyMatch(line -> line.startsWith("Standard: "))
        .anyMatch(line -> line.startsWith("Clause: "))
        .anyMatch(line -> line.startsWith("How sure: "))
        .noneMatch(line -> line.matches(".*(NaN|Infinity|E[+-]?\\d).*"));
  }

  /** A reader with the printed line alone comes to the printed number. */
  @Test
  void everyPrintedSumComesToItsPrintedResult() {
    int redone = 0;
    for (Example example : examples()) {
      JsonNode answer =
          Vectors.answer(example.question().replaceFirst("\\{", "{\"working\":true,"));
      for (String line : lines(answer, "en")) {
        Matcher sum = SUM.matcher(line);
        if (sum.matches() && Sum.isOne(sum.group(1))) {
          redone++;
          double printed = Double.parseDouble(sum.group(2));
          assertThat(Sum.of(sum.group(1)))
              .as(line)
              .isCloseTo(printed, within(Math.max(1e-5, Math.abs(printed) * 1e-5)));
        }
      }
    }
    assertThat(redone).isGreaterThan(50);
  }

  private static List<String> lines(JsonNode answer, String language) {
    return answer.path("working").path(language).valueStream().map(JsonNode::asString).toList();
  }
}
