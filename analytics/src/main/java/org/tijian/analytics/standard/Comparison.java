package org.tijian.analytics.standard;

/** How an answer must stand to the limit of a checklist item. */
public enum Comparison {
  AT_MOST("<="),
  BELOW("<"),
  AT_LEAST(">="),
  ABOVE(">");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** As formulas write it. */
  public String sign() {
    return sign;
  }
}
