package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.calculate.Calculator;
import org.tijian.analytics.standard.RuleBook;

class CalculateCommandTests {

  @Test
  void answersLineByLineInOrderAndGoesOnAfterAnError() throws IOException {
    String question =
        """
        {"id":"%s","standard":"HJ75-2017","test":"span_drift","inputs":\
        {"before":238,"previous_after":240.1,"full_scale":300}}
        """;
    StringWriter out = new StringWriter();

    try (BufferedWriter answers = new BufferedWriter(out)) {
      CalculateCommand.answer(
          new Calculator(RuleBook.builtIn(Analytics.forms())),
          new BufferedReader(
              new StringReader(question.formatted("a") + "oops\n\n" + question.formatted("b"))),
          answers);
    }

    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("{\"id\":\"a\",\"result\":{\"drift_pct_fs\":-0.7}}"),
            line -> assertThat(line).startsWith("{\"id\":null,\"error\":{\"code\":\"not-json\""),
            line -> assertThat(line).startsWith("{\"id\":\"b\",\"result\""));
  }
}
