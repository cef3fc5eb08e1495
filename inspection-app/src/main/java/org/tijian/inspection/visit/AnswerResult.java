package org.tijian.inspection.visit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What an expert answers to a question. None of them is a verdict on legality. */
enum AnswerResult {
  IN_ORDER("in-order"),
  IMPROVEMENT("improvement"),
  SUSPECTED_PROBLEM("suspected-problem"),
  NOT_APPLICABLE("not-applicable"),
  NOT_SEEN("not-seen");

  private final String word;

  AnswerResult(String word) {
    this.word = word;
  }

  /** The word on the wire. */
  @JsonValue
  String word() {
    return word;
  }

  static Optional<AnswerResult> of(String word) {
    return Arrays.stream(values()).filter(result -> result.word.equals(word)).findFirst();
  }
}
