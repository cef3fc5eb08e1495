package org.tijian.analytics.standard;

/** A rule pack cannot be used as it stands; the message names file, rule and key. */
public final class RuleBookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuleBookException(String message) {
    super(message);
  }
}
