package org.tijian.analytics.standard;

/** A rule pack cannot be used as it stands; the message names file, rule and key. */
public final class RuleBookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final int line;

  RuleBookException(String message, String where) {
    this(message, where, 0);
  }

  /**
   * @param where path of what is wrong, for example {@code instruments[0].design}
   * @param line line if the reader of YAML told it, from 1; else 0
   */
  RuleBookException(String message, String where, int line) {
    super(message);
    this.where = where;
    this.line = line;
  }

  String where() {
    return where;
  }

  int line() {
    return line;
  }
}
