package org.tijian.analytics;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.calculate.Calculator;
import org.tijian.analytics.standard.RuleBook;

/**
 * Answers quality-assurance sums from the command line: one JSON question a line in, one answer a
 * line out, in the same order. Empty lines are skipped. A question without an answer is answered
 * with an error; it never ends the run.
 */
public final class CalculateCommand {
  private CalculateCommand() {}

  /**
   * @param args {@code --working}: every answer shows its working
   */
  public static void main(String[] args) throws IOException {
    boolean isWorked = List.of(args).contains("--working");
    try (BufferedReader questions =
            new BufferedReader(
                new InputStreamReader(
                    new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        BufferedWriter answers =
            new BufferedWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
      answer(new Calculator(RuleBook.builtIn(Analytics.forms()), isWorked), questions, answers);
    }
  }

  static void answer(Calculator calculator, BufferedReader questions, BufferedWriter answers)
      throws IOException {
    for (@Nullable String line = questions.readLine(); line != null; line = questions.readLine()) {
      if (!line.isBlank()) {
        answers.write(calculator.answer(line));
        answers.newLine();
        if (!questions.ready()) {
          answers.flush();
        }
      }
    }
  }
}
