package org.tijian.analytics.command;

/** A parameter of a command that is missing, unknown to its kind, or out of range. */
public final class WrongParameter extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String expected;

  WrongParameter(String field, String expected) {
    super("%s: %s".formatted(field, expected));
    this.field = field;
    this.expected = expected;
  }

  /** Name of the field of the data area, for example {@code RtdInterval}. */
  public String field() {
    return field;
  }

  /** What it may be, for example {@code 30-3600}; empty if it does not belong to the command. */
  public String expected() {
    return expected;
  }
}
