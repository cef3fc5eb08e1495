package org.tijian.analytics.calculate;

/**
 * Works out a sum as it is printed in a derivation: numbers, + - × / and signs, brackets, |absolute
 * values|, √ and ². Knows nothing of the calculator.
 */
final class Sum {
  private final String text;
  private int at;

  private Sum(String text) {
    this.text = text.replace(" ", "");
  }

  /** Whether there is nothing but numbers in it. */
  static boolean isOne(String text) {
    return text.matches("[-+×/()|√². 0-9]+") && text.matches(".*[+×/|√²].*|.* - .*");
  }

  static double of(String text) {
    Sum sum = new Sum(text);
    double value = sum.sum();
    if (sum.at < sum.text.length()) {
      throw new IllegalArgumentException("what is this: " + sum.text.substring(sum.at));
    }
    return value;
  }

  private double sum() {
    double value = product();
    while (true) {
      if (takes('+')) {
        value += product();
      } else if (takes('-')) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = power();
    while (true) {
      if (takes('×')) {
        value *= power();
      } else if (takes('/')) {
        value /= power();
      } else {
        return value;
      }
    }
  }

  private double power() {
    double value = factor();
    return takes('²') ? value * value : value;
  }

  private double factor() {
    if (takes('√')) {
      return Math.sqrt(factor());
    }
    if (takes('-')) {
      return -factor();
    }
    if (takes('(')) {
      double value = sum();
      require(')');
      return value;
    }
    if (takes('|')) {
      double value = sum();
      require('|');
      return Math.abs(value);
    }
    int from = at;
    while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.parseDouble(text.substring(from, at));
  }

  private boolean takes(char c) {
    boolean isThere = at < text.length() && text.charAt(at) == c;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private void require(char c) {
    if (!takes(c)) {
      throw new IllegalArgumentException("%s wanted at %d of %s".formatted(c, at, text));
    }
  }
}
