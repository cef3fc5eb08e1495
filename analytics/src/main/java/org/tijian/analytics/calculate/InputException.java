package org.tijian.analytics.calculate;

import org.jspecify.annotations.Nullable;

/** A question that cannot be answered, and what about it is wrong. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final @Nullable String field;

  /**
   * @param code stable, for example {@code missing}
   * @param field path of the input, for example {@code inputs.runs[3].cem}; null if it is none
   */
  InputException(String code, String message, @Nullable String field) {
    super(message);
    this.code = code;
    this.field = field;
  }

  String code() {
    return code;
  }

  @Nullable String field() {
    return field;
  }

  String message() {
    String message = getMessage();
    return message == null ? code : message;
  }
}
